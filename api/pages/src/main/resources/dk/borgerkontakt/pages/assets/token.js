// The access token of the page. It lives in this module and nowhere else: not in storage, not in an address.
let token = '';

export const bearer = () => token;

// Asks whether the service issues tokens itself, as the sandbox does, and shows the form that fits.
export async function openPanel(panel) {
  const byClient = panel.querySelector('#token-form');
  const byPaste = panel.querySelector('#paste-form');
  const status = panel.querySelector('#token-status');
  byClient.addEventListener('submit', (event) => {
    event.preventDefault();
    fetchToken(panel.dataset.tokenUrl, new FormData(byClient), status);
  });
  byPaste.addEventListener('submit', (event) => {
    event.preventDefault();
    token = new FormData(byPaste).get('token').trim();
    byPaste.reset();
    say(status, 'Tokenet bruges i prøvekaldene.');
  });
  const form = (await issuesTokens()) ? byClient : byPaste;
  form.hidden = false;
  panel.hidden = false;
}

async function issuesTokens() {
  try {
    const issuer = await (await fetch('.well-known/oauth-authorization-server', { credentials: 'omit' })).json();
    return issuer.grant_types_supported.includes('client_credentials');
  } catch {
    return false;
  }
}

async function fetchToken(address, client, status) {
  const asked = new URLSearchParams({ grant_type: 'client_credentials' });
  for (const [name, value] of client) if (value) asked.set(name, value);
  try {
    // Without credentials a refusal opens no login window of the browser's own.
    const answer = await fetch(relative(address), { method: 'POST', body: asked, credentials: 'omit' });
    const body = await answer.json();
    token = answer.ok ? body.access_token : '';
    if (answer.ok) say(status, `Token hentet for ${client.get('client_id')}.${lifetime(body.expires_in)}`);
    else say(status, `Intet token: ${body.error}, ${body.error_description}`, true);
  } catch (fault) {
    token = '';
    say(status, `Intet token: ${fault.message}`, true);
  }
}

const lifetime = (seconds) => (seconds > 0 ? ` Det gælder i ${Math.round(seconds / 60)} minutter.` : '');

// The contract's addresses begin at the service's own root, which may be below the host's.
export const relative = (path) => new URL(`.${path}`, document.baseURI);

export function say(place, text, failed = false) {
  place.textContent = text;
  place.classList.toggle('failed', failed);
}
