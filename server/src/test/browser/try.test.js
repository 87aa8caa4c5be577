// Trying things out on the developers' page: what is sent, what is shown, and what never is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, BASE_URL, launch, open, overflow, screenshot } from './browser.js';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

async function withToken(page, client = 'akasse-11') {
  await page.getByLabel('Klient (client_id)').fill(client);
  await page.getByRole('button', { name: 'Hent token' }).click();
  await page.locator('#token-status').filter({ hasText: 'Token hentet' }).waitFor();
}

async function unfold(page, operation) {
  await page.getByText(`Prøv ${operation}`, { exact: true }).click();
  return page.locator(`#${operation}`);
}

async function answered(section) {
  await section.getByRole('button', { name: 'Send' }).click();
  const status = section.locator('.announce').filter({ hasText: /^Svar \d/ });
  await status.waitFor();
  return status.textContent();
}

test('a wrong secret is told in the words of the issuer', async () => {
  const { page, context } = await open(browser, '/docs');
  await page.getByLabel('Hemmelighed (client_secret)').fill('wrong');
  await page.getByRole('button', { name: 'Hent token' }).click();
  const status = page.locator('#token-status');
  await status.filter({ hasText: 'invalid_client' }).waitFor();
  assert.match(await status.getAttribute('class'), /failed/);
  assert.equal(await status.getAttribute('role'), 'status');
  await context.close();
});

test('faults of a message are shown with their places', async () => {
  for (const [name, width, colorScheme] of [['desk-dark', 1440, 'dark'], ['phone-light', 390, 'light']]) {
    const { page, context } = await open(browser, '/docs', { viewport: { width, height: 900 }, colorScheme });
    await withToken(page);
    const section = await unfold(page, 'createKontaktinformation');
    await section.getByLabel('Besked (JSON)').fill('{"kontaktinformationer":{"kontaktinformation":[{"kontaktdata":5,"kontaktdataType":7}]}}');
    assert.match(await answered(section), /^Svar 400 /);
    const places = await section.locator('.result li').allTextContents();
    assert.equal(places.length, 2);
    assert.ok(places.some((it) => it.includes('/kontaktinformationer/kontaktinformation/0/kontaktdata 1014')), places);
    assert.ok(places.some((it) => it.includes('/kontaktdataType 9153')), places);
    assert.match(await section.locator('.result').textContent(), /content-type: application\/problem\+json/);
    assert.equal(await overflow(page), 0);
    assert.deepEqual(await axe(page, `#createKontaktinformation`), []);
    await section.locator('.result').scrollIntoViewIfNeeded();
    await screenshot(page, `docs-faults-${name}`);
    await context.close();
  }
});

test('without a token the answer is 401, and so is what the page says', async () => {
  const { page, context } = await open(browser, '/docs');
  const section = await unfold(page, 'getKontaktinformation');
  assert.match(await answered(section), /^Svar 401 /);
  assert.match(await section.locator('.result').textContent(), /"fejlkode": 1012/);
  await context.close();
});

test('what stands in a path is encoded, and reaches the service whole', async () => {
  const { page, troubles, context } = await open(browser, '/docs');
  await withToken(page);
  const section = await unfold(page, 'getKontaktinformationMobilNr');
  const request = page.waitForRequest(/mobiltelefon/);
  assert.match(await answered(section), /^Svar 200 /);
  assert.equal((await request).url(), `${BASE_URL}/v1/kontaktinformation/mobiltelefon/%2B4520120002`);
  await section.locator('input[data-in=path]').fill('a/../b?c#d e');
  const command = await section.locator('pre code').last().textContent();
  assert.match(command, /mobiltelefon\/a%2F..%2Fb%3Fc%23d%20e' /);
  assert.deepEqual(troubles, []);
  await context.close();
});

test('empty fields are not sent, and code lists send their values', async () => {
  const { page, context } = await open(browser, '/docs');
  await withToken(page);
  const section = await unfold(page, 'getKontaktinformation');
  await section.getByLabel('x-civilregistrationIdentifier').fill('0307809003');
  await section.getByLabel('x-requestUserTypeIdentifier').selectOption({ label: '2 Sagsbehandler' });
  const request = page.waitForRequest(/kontaktinformation$/);
  assert.match(await answered(section), /^Svar 200 /);
  const headers = (await request).headers();
  assert.equal(headers['x-civilregistrationidentifier'], '0307809003');
  assert.equal(headers['x-requestusertypeidentifier'], '2');
  assert.equal(headers['x-useridentifier'], undefined);
  await context.close();
});

test('an example of the contract fills the message, and the command line follows', async () => {
  const { page, context } = await open(browser, '/docs');
  const section = await unfold(page, 'updateKontaktinformation');
  await section.getByLabel('Eksempel på besked').selectOption({ label: 'Fastnet telefon er bekræftet i en samtale' });
  assert.deepEqual(JSON.parse(await section.getByLabel('Besked (JSON)').inputValue()), { kontaktdataType: 2, kontaktdatastatus: 2 });
  await section.getByLabel('x-userIdentifier').fill("O'Hara");
  const command = await page.locator('#updateKontaktinformation-linje').textContent();
  assert.ok(command.includes(`curl -i -X POST '${BASE_URL}/v1/kontaktinformation/status'`), command);
  assert.ok(command.includes(`--data-raw '{"kontaktdataType":2,"kontaktdatastatus":2}'`), command);
  assert.ok(command.includes(`-H 'x-userIdentifier: O'\\''Hara'`), command);
  await context.close();
});

test('the token is nowhere but in memory', async () => {
  const { page, context } = await open(browser, '/docs');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const given = page.waitForResponse(/oauth2\/token/);
  await withToken(page);
  const { access_token: token } = await (await given).json();
  const section = await unfold(page, 'getKontaktinformation');
  await answered(section);
  await section.getByRole('button', { name: 'Kopiér som curl' }).click();
  await section.locator('.announce').filter({ hasText: 'kopieret' }).waitFor();
  const kept = await page.evaluate(async () => [
    document.documentElement.outerHTML,
    location.href,
    document.cookie,
    JSON.stringify({ ...localStorage, ...sessionStorage }),
    await navigator.clipboard.readText(),
  ]);
  assert.ok(token.length > 100);
  for (const place of kept) assert.ok(!place.includes(token));
  assert.match(kept[4], /Bearer \$TOKEN/);
  await context.close();
});

test('where the service issues no tokens, one is pasted', async () => {
  const { page: sandbox, context: first } = await open(browser, '/docs');
  const given = sandbox.waitForResponse(/oauth2\/token/);
  await withToken(sandbox);
  const { access_token: token } = await (await given).json();
  await first.close();

  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/.well-known/**', (route) => route.fulfill({ status: 404, contentType: 'application/problem+json', body: '{"fejlkode":90004}' }));
  await page.goto(`${BASE_URL}/docs`);
  await page.getByLabel('Adgangstoken fra tjenestens udsteder').fill(token);
  assert.equal(await page.getByLabel('Klient (client_id)').isVisible(), false);
  await page.getByRole('button', { name: 'Brug token' }).click();
  const section = await unfold(page, 'getKontaktinformation');
  assert.match(await answered(section), /^Svar 200 /);
  assert.equal(await page.locator('#pasted').inputValue(), '');
  await context.close();
});

test('without scripts the page is whole and offers nothing that does not work', async () => {
  const { page, troubles, context } = await open(browser, '/docs', { javaScriptEnabled: false });
  assert.equal(await page.getByRole('heading', { name: 'createKontaktinformation', exact: true }).isVisible(), true);
  assert.equal(await page.locator('.panel').isVisible(), false);
  assert.equal(await page.locator('.try').first().isVisible(), false);
  assert.deepEqual(troubles, []);
  await context.close();
});
