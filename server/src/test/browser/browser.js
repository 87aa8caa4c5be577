// One browser for the tests of a file, and pages that tell everything that goes wrong in them.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

export const BASE_URL = process.env.BASE_URL;
assert.ok(BASE_URL, 'BASE_URL has to name the service: run the tests by .ci/with-service');

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const SCREENSHOTS = new URL('../../../target/screenshots/', import.meta.url).pathname;

export function launch() {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  assert.ok(executablePath, 'no Chromium here: install it, or name it in CHROMIUM');
  return chromium.launch({ executablePath, args: FLAGS });
}

// Opens a page of the service; what goes wrong is gathered in its list of troubles.
export async function open(browser, path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const troubles = [];
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && troubles.push(`console: ${line.text()}`));
  page.on('pageerror', (fault) => troubles.push(`script: ${fault.message}`));
  page.on('requestfailed', (request) => troubles.push(`failed: ${request.url()}`));
  page.on('request', (request) => new URL(request.url()).origin === new URL(BASE_URL).origin || troubles.push(`elsewhere: ${request.url()}`));
  page.on('response', (answer) => answer.status() >= 400 && troubles.push(`${answer.status()}: ${answer.url()}`));
  await page.goto(BASE_URL + path, { waitUntil: 'networkidle' });
  return { page, troubles, context };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// What axe finds, one line a fault. Evaluated, not loaded: the page's policy lets no other script in.
export async function axe(page, part = 'html') {
  await page.evaluate(AXE);
  const look = ([where, values]) => window.axe.run(where, { runOnly: values });
  const { violations } = await page.evaluate(look, [part, TAGS]);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
}

// How far the page is wider than the window.
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

export async function screenshot(page, name, options = {}) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: `${SCREENSHOTS}${name}.png`, ...options });
}
