// The .http file on a fresh sandbox, with the edits that a person makes.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { channel, collections, requests, withCode } from './contract.js';
import { codeSentBy } from './outbox.js';
import { run } from './tool.js';

const work = mkdtempSync(join(tmpdir(), 'httpyac-'));
after(() => rmSync(work, { recursive: true }));

// Sends a copy of the file in which each text is replaced by the other, and tells what each request was answered.
async function httpyac(args, edits = []) {
  const original = readFileSync(join(collections, 'borgerkontakt.http'), 'utf8');
  const text = [[/^@baseUrl = .*$/m, `@baseUrl = ${process.env.BASE_URL}`], ...edits].reduce((before, [from, to]) => {
    const edited = before.replace(from, to);
    assert.notEqual(edited, before, `${from} is not in the file`);
    return edited;
  }, original);
  writeFileSync(join(work, 'borgerkontakt.http'), text);
  const { out, err } = await run('httpyac', ['send', 'borgerkontakt.http', ...args, '--json'], work);
  const sent = JSON.parse(out).requests.filter(({ name }) => name !== 'Token til REST Client');
  return { statuses: sent.map(({ name, response }) => [name, response?.statusCode]), log: out + err };
}

const token = ['token', 200];
const successes = (some) => some.map(({ name, status }) => [name, status]);

test('with a wrong secret nothing passes', async () => {
  const { statuses } = await httpyac(['--all'], [['@clientSecret = sandbox', '@clientSecret = forkert']]);
  assert.deepEqual(statuses[0], ['token', 401]);
  assert.ok(statuses.slice(1).every(([, status]) => status === undefined || status === 401), JSON.stringify(statuses));
});

test('every request reaches its success in the contract\'s order, but for those with the example of a code', async () => {
  const { statuses, log } = await httpyac(['--all']);
  const expected = requests.map((one) => [one.name, withCode.includes(one) ? 400 : one.status]);
  assert.deepEqual(statuses, [token, ...expected], log);
});

test('with the codes that the citizen got those do too', async () => {
  const edits = [];
  for (const one of withCode) edits.push([one.body.verifikationskode, await codeSentBy(channel(one))]);
  const { statuses, log } = await httpyac(['--tag', 'verifikationskode'], edits);
  const sent = statuses.filter(([name]) => name !== 'token');
  assert.deepEqual(sent, successes(withCode), log);
});

test('an optional header is sent when its comment is taken away, each time with a new id', async () => {
  const edits = [['# x-requestId', 'x-requestId'], ['# x-requestId', 'x-requestId']];
  const { statuses } = await httpyac(['--all'], edits);
  assert.deepEqual(statuses.slice(0, 3), [token, ...successes(requests.slice(0, 2))]);
});
