// Each page at the desk, on tablets and phones, light and dark: nothing goes wrong, and axe finds nothing.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axe, launch, open, overflow, screenshot } from './browser.js';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const PAGES = { home: '/', docs: '/docs', snitflade: '/snitflade' };
const WINDOWS = { desk: [1440, 900], tablet: [800, 1000], phone: [390, 844], small: [320, 640] };

for (const [name, path] of Object.entries(PAGES)) {
  for (const [size, [width, height]] of Object.entries(WINDOWS)) {
    for (const colorScheme of ['light', 'dark']) {
      test(`${name}, ${size}, ${colorScheme}`, async () => {
        const { page, troubles, context } = await open(browser, path, { viewport: { width, height }, colorScheme });
        await screenshot(page, `${name}-${size}-${colorScheme}`);
        assert.equal(await overflow(page), 0);
        await page.evaluate(() => document.querySelectorAll('details').forEach((it) => (it.open = true)));
        assert.equal(await overflow(page), 0);
        // What axe looks at changes with the layout, and there are two of them.
        if (size === 'desk' || size === 'phone') assert.deepEqual(await axe(page), []);
        assert.deepEqual(troubles, []);
        await context.close();
      });
    }
  }
}

describe('anchors', () => {
  for (const [path, anchor] of [
    ['/snitflade', 'getKontaktinformation'],
    ['/snitflade', 'getKontaktinformation-input'],
    ['/snitflade', 'createKontaktinformation-input-CreateKontaktinformationRequest-kontaktinformationer'],
    ['/snitflade', 'fejl-1001'],
    ['/docs', 'verificerKontaktinformation-429'],
    ['/docs', 'kodeliste-KontaktdataCodelList'],
    ['/docs', 'skema-Problem'],
  ]) {
    test(`${path}#${anchor} opens the right place`, async () => {
      const { page, context } = await open(browser, `${path}#${anchor}`);
      const place = page.locator(`[id="${anchor}"]`);
      const top = await place.evaluate((it) => it.getBoundingClientRect().top);
      const header = await page.locator('.top').evaluate((it) => it.getBoundingClientRect().bottom);
      assert.ok(top >= header - 1 && top < 300, `${anchor} is at ${top}, below a header of ${header}`);
      const folded = await place.evaluate((it) => it instanceof HTMLDetailsElement && !it.open);
      assert.equal(folded, false);
      await context.close();
    });
  }
});

test('the side menu leads to an operation', async () => {
  const { page, context } = await open(browser, '/docs');
  await page.locator('.side').getByRole('link', { name: 'getKontaktinformationEmail' }).click();
  await page.waitForURL(/#getKontaktinformationEmail$/);
  const top = await page.locator('#getKontaktinformationEmail').evaluate((it) => it.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 300);
  await context.close();
});

test('the menu of a phone opens and leads to an operation', async () => {
  const { page, context } = await open(browser, '/snitflade', { viewport: { width: 390, height: 844 } });
  await page.getByText('Indhold', { exact: true }).click();
  await screenshot(page, 'snitflade-phone-menu');
  await page.locator('.menu').getByRole('link', { name: 'GET getKontaktinformation', exact: true }).click();
  await page.waitForURL(/#getKontaktinformation$/);
  await context.close();
});

test('as files, from a disk, the pages lead to each other', async () => {
  const page = await browser.newPage();
  const troubles = [];
  page.on('requestfailed', (request) => troubles.push(request.url()));
  page.on('console', (line) => line.type() === 'error' && troubles.push(line.text()));
  await page.goto(new URL('../../../../api/pages/target/site/index.html', import.meta.url).href);
  for (const name of ['Dokumentation', 'Snitflade']) {
    await page.locator('.top').getByRole('link', { name }).click();
    await page.locator('.frame').waitFor();
    assert.equal(await page.locator('.frame').evaluate((it) => getComputedStyle(it).display), 'grid', name);
  }
  assert.deepEqual(troubles, []);
  await page.close();
});

test('on paper there is no navigation, and the page is light', async () => {
  const { page, context } = await open(browser, '/snitflade', { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['.top', '.side', '.menu', '.foot']) {
    assert.equal(await page.locator(hidden).isVisible(), false, hidden);
  }
  const colours = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(colours, 'rgb(255, 255, 255)');
  const rows = await page.locator('tbody tr').first().evaluate((it) => getComputedStyle(it).breakInside);
  assert.equal(rows, 'avoid');
  assert.ok((await page.pdf({ preferCSSPageSize: true })).length > 50_000);
  await context.close();
});
