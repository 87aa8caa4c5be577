// Brings the developers' page to life; without it the page is complete but for trying things out.
import { bearer, openPanel, say } from './token.js';
import { commandLine, read, send, show } from './call.js';

openPanel(document.querySelector('#token'));
for (const box of document.querySelectorAll('.try')) openTry(box);
addEventListener('hashchange', unfold);
unfold();

function openTry(box) {
  const form = box.querySelector('form');
  const line = document.getElementById(`${form.dataset.operation}-linje`);
  const status = box.querySelector('.announce');
  const showLine = () => (line.textContent = lineOf(form));
  form.querySelector('.example')?.addEventListener('change', (event) => (form.elements.body.value = event.target.value));
  form.addEventListener('input', showLine);
  form.addEventListener('change', showLine);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    answer(form, box.querySelector('.result'), status);
  });
  form.querySelector('.copy').addEventListener('click', () => copy(line.textContent, status));
  showLine();
  box.hidden = false;
}

function lineOf(form) {
  try {
    return commandLine(read(form));
  } catch (fault) {
    return `# ${fault.message}`;
  }
}

// Browsers lend the clipboard to https and to the own machine alone.
async function copy(text, status) {
  try {
    await navigator.clipboard.writeText(text);
    say(status, 'Kaldet er kopieret, med $TOKEN i stedet for tokenet.');
  } catch {
    say(status, 'Browseren lader ikke siden kopiere; markér linjen herover.', true);
  }
}

async function answer(form, result, status) {
  say(status, 'Sender …');
  let got;
  try {
    got = await send(read(form), bearer());
  } catch (fault) {
    result.hidden = true;
    say(status, `Kaldet blev ikke besvaret: ${fault.message}`, true);
    return;
  }
  show(result, got);
  say(status, `Svar ${got.status} efter ${got.millis} ms`, got.status >= 400);
}

// A link to an answer opens it.
function unfold() {
  const target = document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) {
    target.open = true;
    target.scrollIntoView();
  }
}
