// The main job on the developers' page by keyboard alone: token, register, code, verify, read.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, open, screenshot } from './browser.js';

const CITIZEN = '0107809001';
const MOBILE = '+4520120002';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// Goes from stop to stop until it is on the place; every stop has to show that it is one.
async function tabTo(page, selector, key = 'Tab') {
  for (let stops = 0; stops < 400; stops++) {
    await page.keyboard.press(key);
    const stop = await page.evaluate((wanted) => {
      const at = document.activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      return {
        what: at.outerHTML.slice(0, 80),
        isWanted: at.matches(wanted),
        isMarked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      };
    }, selector);
    assert.ok(stop.isMarked, `no visible focus on ${stop.what}`);
    await page.waitForFunction(isInSight, null, { timeout: 5000 }).catch(async () => assert.fail(`out of sight: ${stop.what} ${await page.evaluate(whereabouts)}`));
    if (stop.isWanted) return;
  }
  assert.fail(`${selector} is out of a keyboard's reach`);
}

// In the window, and not wholly under the header that stays there.
function isInSight() {
  const at = document.activeElement;
  const header = document.querySelector('.top');
  const covered = header.contains(at) || at.matches('.skip') ? 0 : header.getBoundingClientRect().bottom;
  const { top, bottom } = at.getBoundingClientRect();
  return bottom > covered && top < window.innerHeight;
}

async function write(page, selector, text) {
  await tabTo(page, selector);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

async function send(page, operation, body, key) {
  await tabTo(page, `#${operation} .try summary`, key);
  await page.keyboard.press('Enter');
  await write(page, `#${operation}-felt-x-civilregistrationIdentifier`, CITIZEN);
  if (body) await write(page, `#${operation}-json`, body);
  await tabTo(page, `#${operation} [type=submit]`);
  await page.keyboard.press('Enter');
  const status = page.locator(`#${operation} .announce`);
  await status.filter({ hasText: /^Svar \d/ }).waitFor();
  return (await status.textContent()).match(/\d+/)[0];
}

async function codeFor(receiver) {
  for (const end = Date.now() + 15_000; Date.now() < end; await new Promise(setImmediate)) {
    for (const file of readdirSync(process.env.OUTBOX).filter((name) => name.endsWith('.json'))) {
      const { modtager, tekst } = JSON.parse(readFileSync(join(process.env.OUTBOX, file), 'utf8'));
      if (modtager === receiver) return tekst.match(/\b\d{6}\b/)[0];
    }
  }
  return assert.fail(`no message to ${receiver}`);
}

test('token, register, code, verify and read', async () => {
  const { page, troubles, context } = await open(browser, '/docs');

  await tabTo(page, '.skip');
  await page.keyboard.press('Enter');
  await write(page, '#client-id', 'akasse-11');
  await page.keyboard.press('Enter');
  await page.locator('#token-status').filter({ hasText: 'Token hentet for akasse-11' }).waitFor();

  const body = JSON.stringify({ kontaktinformationer: { kontaktinformation: [{ kontaktdata: '20 12 00 02', kontaktdataType: 1 }] } });
  assert.equal(await send(page, 'createKontaktinformation', body), '204');
  await screenshot(page, 'docs-try-desk-light');

  // The methods that follow come after this one on the page, so it goes on from here.
  assert.equal(await send(page, 'getVerifikationskode', '{"kontaktdataType": 1}'), '202');
  const code = await codeFor(MOBILE);
  assert.equal(await send(page, 'verificerKontaktinformation', JSON.stringify({ verifikationskode: code, kontaktdataType: 1 })), '204');

  // Reading comes before them: all the way back.
  assert.equal(await send(page, 'getKontaktinformation', undefined, 'Shift+Tab'), '200');
  const answer = await page.locator('#getKontaktinformation .result .code').last().textContent();
  assert.deepEqual(JSON.parse(answer).kontaktinformationer.kontaktinformation, [
    { kontaktdata: MOBILE, kontaktdataType: 1, kontaktdatastatus: 2 },
  ]);
  await screenshot(page, 'docs-read-desk-light');
  assert.deepEqual(troubles, []);
  await context.close();
});
function whereabouts() {
  const { top, bottom } = document.activeElement.getBoundingClientRect();
  return `${top} to ${bottom}, scrolled ${window.scrollY} in ${document.activeElement.closest('section').id}`;
}
