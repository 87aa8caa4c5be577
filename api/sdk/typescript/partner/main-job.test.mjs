// What a partner does in a day, against the service at BASE_URL, with nothing but the package.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as borgerkontakt from '@borgerkontakt/client';
import { code, relay } from './service.mjs';

const { ApiClient, Fejlkode, KontaktdataStatusCodelList, KontaktinformationApi, ProblemError } = borgerkontakt;
const { besked, clientCredentials, saet, slet } = borgerkontakt;
const { Mobiltelefon, FastnetTelefon, Mailadresse } = borgerkontakt.KontaktdataCodelList;
const { BASE_URL, OUTBOX } = process.env;
const CPR = '3112999012';
const token = clientCredentials(`${BASE_URL}/oauth2/token`, 'akasse-11', 'sandbox');
const api = new KontaktinformationApi(new ApiClient(BASE_URL, token));

const read = async () => (await api.getKontaktinformation(CPR)).kontaktinformationer.kontaktinformation;
const all = async () => (await read()).map((k) => k.kontaktdata).join(' ');
const found = (answer) => answer.borgerer.map((b) => b.civilregistrationIdentifier).join(' ');

async function refused(status, fejlkode, call) {
  const error = await call.then(() => assert.fail('was not refused'), (e) => e);
  assert.ok(error instanceof ProblemError, error);
  assert.deepEqual([error.status, error.fejlkode], [status, fejlkode]);
  assert.match(error.sporingsId, /^[0-9a-f]{32}$/);
  return error;
}

test('registers two and leaves the third alone', async () => {
  await api.createKontaktinformation(
    CPR,
    besked(saet(Mobiltelefon, '20 12 00 55'), saet(Mailadresse, 'navn+x@example.dk')),
    { xRequestId: crypto.randomUUID() },
  );
  assert.equal(await all(), '+4520120055 +4533120012 navn+x@example.dk');
});

test('sets a status, and a read answer can be sent back', async () => {
  const kontaktdatastatus = KontaktdataStatusCodelList.Ugyldig;
  await api.updateKontaktinformation(CPR, { kontaktdataType: Mailadresse, kontaktdatastatus });
  assert.equal((await read())[2].kontaktdatastatus, kontaktdatastatus);
  await api.createKontaktinformation(CPR, await api.getKontaktinformation(CPR));
  assert.equal((await read())[2].kontaktdatastatus, kontaktdatastatus);
});

test('verifies with the code', async () => {
  await api.getVerifikationskode(CPR, { kontaktdataType: Mobiltelefon });
  const tooSoon = api.getVerifikationskode(CPR, { kontaktdataType: Mobiltelefon });
  const { retryAfter } = await refused(429, Fejlkode.ForMange, tooSoon);
  assert.ok(retryAfter > 0 && retryAfter <= 60, `${retryAfter}`);
  const verifikationskode = await code(OUTBOX, '+4520120055');
  await api.verificerKontaktinformation(CPR, { verifikationskode, kontaktdataType: Mobiltelefon });
  assert.equal((await read())[0].kontaktdatastatus, KontaktdataStatusCodelList.Verificeret);
});

test('looks up by number and by address', async () => {
  assert.equal(found(await api.getKontaktinformationMobilNr('+4520120055')), CPR);
  assert.equal(found(await api.getKontaktinformationEmail('navn+x@example.dk')), CPR);
  assert.equal(found(await api.getKontaktinformationMobilNr('+4520120056')), '');
});

test('deletes one and leaves the others alone', async () => {
  await api.createKontaktinformation(CPR, besked(slet(Mailadresse)));
  assert.equal(await all(), '+4520120055 +4533120012');
});

test('is refused with a reason', async () => {
  await refused(400, Fejlkode.InvalidCpr, api.getKontaktinformation('1'));
  await refused(404, Fejlkode.IngenKontaktinformation, api.getKontaktinformation('2902009011'));
  const unknown = besked(slet(77));
  await refused(400, Fejlkode.UkendtKontaktdataType, api.createKontaktinformation(CPR, unknown));
  const stranger = new KontaktinformationApi(new ApiClient(BASE_URL, () => 'wrong'));
  await refused(401, Fejlkode.LogonFailed, stranger.getKontaktinformation(CPR));
});

test('is told the place of a fault, and nothing is done', async () => {
  const message = besked(slet(FastnetTelefon), saet(Mobiltelefon, '12'));
  const { fejl } = await refused(
    400, Fejlkode.UgyldigtMobiltelefonnummer, api.createKontaktinformation(CPR, message));
  assert.equal(fejl[0].sti, '/kontaktinformationer/kontaktinformation/1/kontaktdata');
  assert.equal(fejl[0].fejlkode, Fejlkode.UgyldigtMobiltelefonnummer);
  assert.equal(await all(), '+4520120055 +4533120012');
});

test('keeps its connections', async (t) => {
  const counted = await relay(BASE_URL);
  t.after(counted.close);
  const through = new KontaktinformationApi(new ApiClient(counted.url, token));
  for (const last of '12345678') {
    await through.createKontaktinformation(CPR, besked(saet(Mobiltelefon, `20 12 00 7${last}`)));
  }
  assert.ok(counted.connections() <= 2, `${counted.connections()}`);
});
