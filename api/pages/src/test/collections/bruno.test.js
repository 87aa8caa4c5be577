// The Bruno collection on a fresh sandbox, run as its README says.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { channel, collections, requests, withCode, withoutCode } from './contract.js';
import { codeSentBy } from './outbox.js';
import { run } from './tool.js';

const work = mkdtempSync(join(tmpdir(), 'bruno-'));
after(() => rmSync(work, { recursive: true }));

const bruno = (...args) => brunoIn(join(collections, 'bruno'), ...args);

async function brunoIn(collection, ...args) {
  const file = join(work, 'report.json');
  const common = ['--env', 'Sandkasse', '--env-var', `baseUrl=${process.env.BASE_URL}`, '--reporter-json', file];
  const { exitCode, out, err } = await run('bru', ['run', ...args, ...common], collection);
  const results = JSON.parse(readFileSync(file, 'utf8'))[0].results;
  const statuses = results.map(({ test: { filename }, response }) => [filename.replace('.bru', ''), response.status]);
  const checks = results.flatMap(({ assertionResults }) => assertionResults);
  const headers = results.map(({ request }) => request.headers);
  return { exitCode, statuses, headers, checks, log: out + err };
}

const successes = (requests) => requests.map(({ name, status }) => [name, status]);

test('with a wrong secret nothing passes', async () => {
  const { exitCode, statuses, checks } = await bruno('-r', '--env-var', 'clientSecret=forkert');
  assert.notEqual(exitCode, 0);
  assert.deepEqual(new Set(statuses.map(([, status]) => status)), new Set([401]));
  assert.ok(checks.every(({ status }) => status === 'fail'));
});

test('every request without a code reaches its success, in the contract\'s order', async () => {
  const { exitCode, statuses, checks, log } = await bruno('-r', '--exclude-tags', 'verifikationskode');
  assert.deepEqual(statuses, successes(withoutCode), log);
  assert.equal(exitCode, 0, log);
  assert.ok(checks.length > statuses.length, 'bodies are checked too');
});

test('a code that cannot be one fails', async () => {
  const { exitCode, statuses } = await bruno(`${withCode[0].name}.bru`, '--env-var', 'verifikationskode=0000000');
  assert.notEqual(exitCode, 0);
  assert.deepEqual(statuses, [[withCode[0].name, 400]]);
});

for (const request of withCode) {
  test(`${request.name} reaches its success with the code that the citizen got`, async () => {
    const code = await codeSentBy(channel(request));
    const { exitCode, statuses, log } = await bruno(`${request.name}.bru`, '--env-var', `verifikationskode=${code}`);
    assert.deepEqual(statuses, successes([request]), log);
    assert.equal(exitCode, 0, log);
  });
}

test('an optional header is sent when it is ticked, each time with a new id', async () => {
  const ticked = join(work, 'ticked');
  cpSync(join(collections, 'bruno'), ticked, { recursive: true });
  const [first, second] = requests.map(({ name }) => `${name}.bru`);
  for (const file of [first, second]) {
    const path = join(ticked, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace('~x-requestId', 'x-requestId'));
  }
  const { statuses, headers, log } = await brunoIn(ticked, first, second);
  assert.deepEqual(statuses, successes(requests.slice(0, 2)), log);
  assert.equal(new Set(headers.map((all) => all['x-requestId'])).size, 2);
  assert.match(headers[0]['x-requestId'], /^[0-9a-f-]{36}$/);
});
