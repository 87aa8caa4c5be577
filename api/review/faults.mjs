// The linters bite: each rule of ours, and some of theirs, finds the fault that is planted for it here.
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {redocly, spectral} from './linters.mjs';

const UPDATE = 'operationId: updateKontaktinformation';

// linter, rule, text of the contract, what stands there instead
const FAULTS = [
  [spectral, 'operation-id-is-camel-case', UPDATE, 'operationId: Update-kontaktinformation'],
  [spectral, 'operation-has-the-agencys-tables', /x-input: \{element: Update.*\n/, '\n'],
  [spectral, 'operation-has-the-agencys-tables', /x-fejlkoder: \[1001,/, 'x-fejlkoder: [1001, 1001,'],
  [spectral, 'errors-are-problems', /(InternFejl:[^]*?)application\/problem\+json/, '$1application/json'],
  [spectral, 'responses-name-the-version', /(InternFejl:[^]*?)API-Version/, '$1X-Version'],
  [spectral, 'paths-begin-with-the-major-version', '/v1/kontaktinformation/status:', '/kontaktinformation/status:'],
  [spectral, 'addresses-name-no-citizen', /mobiltelefon\/\{mobiltelefon\}:([^]*?)name: mobiltelefon/,
    'mobiltelefon/{cpr}:$1name: cpr'],
  [spectral, 'addresses-have-no-query', /name: x-userIdentifier\n +in: header/, 'name: bruger\n      in: query'],
  [spectral, 'request-headers-are-prefixed', 'name: x-userIdentifier', 'name: userIdentifier'],
  [spectral, 'deprecation-is-dated', UPDATE, `${UPDATE}\n      deprecated: true\n      x-deprecation: snart`],
  [spectral, 'deprecation-is-dated', UPDATE, `${UPDATE}\n      x-sunset: 1. januar`],
  [spectral, 'operation-operationId-unique', UPDATE, 'operationId: getKontaktinformation'],
  [spectral, 'owasp:api2:2023-write-restricted', new RegExp(`(${UPDATE}[^]*?)security:\\n.*\\n`), '$1security: []\n'],
  [spectral, 'owasp:api2:2023-jwt-best-practices', 'RFC8725', 'reglerne'],
  [spectral, 'owasp:api4:2023-array-limit', /maxItems: 100\n/, '\n'],
  [spectral, 'owasp:api4:2023-string-limit', /type: string, minLength: 1, maxLength: 254/, 'type: string'],
  [spectral, 'owasp:api4:2023-rate-limit-retry-after', /(ForMange:[^]*?)Retry-After/, '$1X-Retry'],
  [spectral, 'owasp:api8:2023-no-server-http', '- url: /\n', '- url: http://kontakt.example.dk\n'],
  [redocly, 'operation-operationId-unique', UPDATE, 'operationId: getKontaktinformation'],
  [redocly, 'no-unresolved-refs', "'#/components/headers/RetryAfter'", "'#/components/headers/Retry'"],
  [redocly, 'no-unused-components', '    ApiVersion:\n', "    Ny:\n      schema: {type: string}\n    ApiVersion:\n"],
  [redocly, 'response-contains-header', /(InternFejl:[^]*?)Cache-Control/, '$1Cache'],
  [redocly, 'no-invalid-media-type-examples', 'kontaktdataType: 3}', "kontaktdataType: '3'}"],
  [redocly, 'security-defined', new RegExp(`(${UPDATE}[^]*?)- dfdg:`), '$1- andet:'],
  [redocly, 'struct', UPDATE, `${UPDATE}\n      operationID: to`],
  [redocly, 'paths-kebab-case', '/v1/kontaktinformation/status:', '/v1/kontaktInformation/status:'],
];

const contract = readFileSync('../../openapi.yaml', 'utf8');
rmSync('target/faults', {recursive: true, force: true});
const planted = FAULTS.map(([linter, rule, text, instead], number) => {
  const broken = contract.replace(text, instead);
  if (broken === contract) {
    throw new Error(`the contract has no ${text} to break`);
  }
  const file = `target/faults/${number}/openapi.yaml`;
  mkdirSync(`target/faults/${number}`, {recursive: true});
  writeFileSync(file, broken);
  return {linter, rule, file};
});

let missed = 0;
for (const linter of [spectral, redocly]) {
  const mine = planted.filter((fault) => fault.linter === linter);
  const found = linter(mine.map(({file}) => file));
  for (const {rule, file} of mine) {
    if (!found.some((one) => one.rule === rule && one.file.endsWith(file))) {
      missed++;
      const others = found.filter((one) => one.file.endsWith(file)).map((one) => one.rule);
      console.error(`${rule} has not found ${file}; found there: ${[...new Set(others)]}`);
    }
  }
}
console.log(`${planted.length} faults planted, ${missed} missed`);
process.exitCode = missed === 0 ? 0 : 1;
