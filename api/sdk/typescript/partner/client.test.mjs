// What the package does with answers that the service does not give today.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as borgerkontakt from '@borgerkontakt/client';
import { canned } from './service.mjs';

const { ApiClient, ApiError, KontaktinformationApi, ProblemError } = borgerkontakt;
const { besked, clientCredentials, saet, slet } = borgerkontakt;
const { Mobiltelefon, Mailadresse } = borgerkontakt.KontaktdataCodelList;
const CPR = '0107809001';
const json = (value) => ({ status: 200, type: 'application/json', text: JSON.stringify(value) });
const done = { status: 204, type: 'application/json' };
const apiOf = (service) => new KontaktinformationApi(new ApiClient(service.url, () => 't'));
const thrownBy = (call) => call.then(() => assert.fail('nothing was thrown'), (e) => e);

const registered = (kontaktdata, kontaktdataType) => {
  const kontaktinformation = [{ kontaktdata, kontaktdataType, kontaktdatastatus: 9 }];
  return json({ kontaktinformationer: { nyt: 1, kontaktinformation } });
};

const problem = (fejlkode, retryAfter) => ({
  status: 429,
  type: 'application/problem+json;charset=utf-8',
  retryAfter,
  text: JSON.stringify({
    type: 'urn:x', title: 'T', status: 429, detail: 'D', fejlkode, fejltekst: 'For mange æøå', sporingsId: 'ab',
  }),
});

test('deleting says null on the wire', async (t) => {
  const service = await canned(done);
  t.after(service.close);
  await apiOf(service).createKontaktinformation(CPR, besked(slet(Mailadresse), saet(Mobiltelefon, '1')));
  assert.equal(
    service.received[0].body,
    '{"kontaktinformationer":{"kontaktinformation":[' +
      '{"kontaktdata":null,"kontaktdataType":3},{"kontaktdata":"1","kontaktdataType":1}]}}',
  );
});

test('a forgotten kontaktdata is not sent', async (t) => {
  const service = await canned(done, done);
  t.after(service.close);
  for (const forgotten of [{ kontaktdataType: 1 }, { kontaktdata: undefined, kontaktdataType: 1 }]) {
    const error = await thrownBy(apiOf(service).createKontaktinformation(CPR, besked(forgotten)));
    assert.ok(error instanceof TypeError);
    assert.match(error.message, /\/kontaktinformationer\/kontaktinformation\/0\/kontaktdata is missing$/);
  }
  assert.equal(service.received.length, 0);
  for (const empty of [null, undefined, '', ' ']) assert.throws(() => saet(Mobiltelefon, empty), TypeError);
});

test('an unknown code is kept and sent as it came', async (t) => {
  const service = await canned(registered('+4520120001', 77), done);
  t.after(service.close);
  const read = await apiOf(service).getKontaktinformation(CPR);
  assert.equal(read.kontaktinformationer.kontaktinformation[0].kontaktdataType, 77);
  assert.equal(read.kontaktinformationer.kontaktinformation[0].kontaktdatastatus, 9);
  await apiOf(service).createKontaktinformation(CPR, read);
  assert.match(service.received[1].body, /"kontaktdataType":77/);
});

test('an answer of other JSON types is not taken, nor quoted', async (t) => {
  const answers = [registered('x', '1'), registered('x', 1.5), registered('x', null), registered(20120001, 1)];
  const service = await canned(...answers, json([]), { status: 200, type: 'text/html', text: '<html>20120001' });
  t.after(service.close);
  for (let i = 0; i < 6; i++) {
    const error = await thrownBy(apiOf(service).getKontaktinformation(CPR));
    assert.ok(error instanceof ApiError, error);
    assert.match(error.message, /^getKontaktinformation: the answer is not what the contract says: /);
    assert.doesNotMatch(error.message, /20120001/);
  }
});

test('a problem is typed, with a code that is not known too', async (t) => {
  const service = await canned(problem(90002, '17'), problem(91234, 'later'));
  t.after(service.close);
  const known = await thrownBy(apiOf(service).getKontaktinformation(CPR));
  assert.ok(known instanceof ProblemError);
  assert.deepEqual([known.status, known.fejlkode, known.retryAfter, known.fejl], [429, 90002, 17, []]);
  assert.equal(known.message, 'getKontaktinformation: HTTP 429, 90002 For mange æøå (sporingsId ab)');
  const unknown = await thrownBy(apiOf(service).getKontaktinformation(CPR));
  assert.deepEqual([unknown.fejlkode, unknown.retryAfter], [91234, undefined]);
});

test('what the service did not say is an error too', async (t) => {
  const page = { status: 502, type: 'text/html', text: '<html>', retryAfter: '5' };
  const service = await canned(page, { status: 503, type: 'application/problem+json', text: '{"title":"x"}' });
  const html = await thrownBy(apiOf(service).getKontaktinformation(CPR));
  assert.ok(html instanceof ApiError && !(html instanceof ProblemError));
  assert.deepEqual([html.status, html.retryAfter], [502, 5]);
  assert.equal(html.message, 'getKontaktinformation: HTTP 502, not from the service (text/html)');
  assert.equal((await thrownBy(apiOf(service).getKontaktinformation(CPR))).status, 503);
  service.close();
  const silent = await thrownBy(apiOf(service).getKontaktinformation(CPR));
  assert.deepEqual([silent.status, silent.message], [0, 'getKontaktinformation: no answer']);
});

test('path and headers carry what they are given, and nothing is quoted', async (t) => {
  const service = await canned(json({ borgerer: [] }), json({ borgerer: [] }));
  t.after(service.close);
  await apiOf(service).getKontaktinformationMobilNr('+45 20120002');
  await apiOf(service).getKontaktinformationEmail('a+b/c@example.dk', { xRequestUserTypeIdentifier: 2 });
  assert.deepEqual(service.received.map((r) => r.line), [
    'GET /v1/kontaktinformation/mobiltelefon/%2B45%2020120002',
    'GET /v1/kontaktinformation/emailaddresse/a%2Bb%2Fc%40example.dk',
  ]);
  assert.equal(service.received[0].headers.authorization, 'Bearer t');
  assert.equal(service.received[1].headers['x-requestusertypeidentifier'], '2');
  const error = await thrownBy(apiOf(service).getKontaktinformation(`${CPR}\n`));
  assert.equal(error.message, 'x-civilregistrationIdentifier has characters that no header may have');
  for (const end of ['\n', '\u2013']) {
    const pasted = new KontaktinformationApi(new ApiClient(service.url, () => `secret${end}`));
    const named = await thrownBy(pasted.getKontaktinformation(CPR));
    assert.ok(named instanceof TypeError);
    assert.equal(named.message, 'Authorization has characters that no header may have');
  }
  for (const step of ['.', '..']) {
    const stepped = await thrownBy(apiOf(service).getKontaktinformationMobilNr(step));
    assert.ok(stepped instanceof TypeError);
    assert.equal(stepped.message, 'mobiltelefon is a step in the path, and not a value');
  }
  assert.equal(service.received.length, 2);
});

test('a token is kept while it lives, and shared', async (t) => {
  const service = await canned(json({ access_token: 'a', expires_in: 3600 }));
  t.after(service.close);
  const token = clientCredentials(`${service.url}/oauth2/token`, 'a:b', 'sæ cret');
  assert.deepEqual(await Promise.all([token(), token()]), ['a', 'a']);
  assert.equal(await token(), 'a');
  assert.equal(service.received.length, 1);
  assert.equal(service.received[0].body, 'grant_type=client_credentials');
  const basic = service.received[0].headers.authorization.replace('Basic ', '');
  assert.equal(atob(basic), 'a%3Ab:s%C3%A6+cret');
});

test('a token that does not live, or is refused, is asked for anew', async (t) => {
  const refusal = { status: 401, type: 'application/json', text: '{"error":"invalid_client"}' };
  const tokens = [{ access_token: 'a', expires_in: 0 }, { access_token: 'b' }, {}];
  const service = await canned(refusal, ...tokens.map(json));
  t.after(service.close);
  const token = clientCredentials(`${service.url}/oauth2/token`, 'id', 'secret');
  assert.equal((await thrownBy(token())).message, 'token: HTTP 401, invalid_client');
  assert.deepEqual([await token(), await token()], ['a', 'b']);
  assert.equal((await thrownBy(token())).message, 'token: HTTP 200, no token in the answer');
});

test('a life that is no number is none, and no object is no token', async (t) => {
  const lives = ['abc', null, [], 3600].map((expires_in, i) => json({ access_token: `${i}`, expires_in }));
  const others = [[], null, 1, { access_token: 1 }];
  const service = await canned(...lives, ...others.map(json));
  t.after(service.close);
  const token = clientCredentials(`${service.url}/oauth2/token`, 'id', 'secret');
  for (const expected of ['0', '1', '2', '3', '3']) assert.equal(await token(), expected);
  for (const _ of others) {
    const fresh = clientCredentials(`${service.url}/oauth2/token`, 'id', 'secret');
    assert.equal((await thrownBy(fresh())).message, 'token: HTTP 200, no token in the answer');
  }
});

test('a token that the service refuses is dropped', async (t) => {
  const tokens = ['a', 'b'].map((access_token) => json({ access_token, expires_in: 3600 }));
  const found = json({ borgerer: [] });
  const service = await canned(tokens[0], { status: 401, type: 'text/html' }, tokens[1], found, found);
  t.after(service.close);
  const token = clientCredentials(`${service.url}/oauth2/token`, 'id', 'secret');
  const api = new KontaktinformationApi(new ApiClient(service.url, token));
  assert.equal((await thrownBy(api.getKontaktinformationEmail('a@example.dk'))).status, 401);
  await api.getKontaktinformationEmail('a@example.dk');
  await api.getKontaktinformationEmail('a@example.dk');
  const sent = [1, 3, 4].map((i) => service.received[i].headers.authorization);
  assert.deepEqual(sent, ['Bearer a', 'Bearer b', 'Bearer b']);
});
