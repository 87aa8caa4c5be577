// What the contract says of the requests; the collections are held against it, not against themselves.
import { readFileSync } from 'node:fs';

const contract = JSON.parse(readFileSync(new URL('../../../../contract/target/classes/openapi.json', import.meta.url)));
const types = contract.components.schemas.KontaktdataCodelList;

export const collections = new URL('../../../target/collections/', import.meta.url).pathname;

// Each operation with each example of its body: name, status of the success, body.
export const requests = Object.values(contract.paths).flatMap((path) => Object.values(path)).flatMap((operation) => {
  const status = Number(Object.keys(operation.responses).find((code) => code.startsWith('2')));
  const examples = operation.requestBody?.content['application/json'].examples;
  return examples
    ? Object.entries(examples).map(([name, { value }]) => ({ name: `${operation.operationId}_${name}`, status, body: value }))
    : [{ name: operation.operationId, status }];
});

export const withCode = requests.filter(({ body }) => body?.verifikationskode);
export const withoutCode = requests.filter((request) => !withCode.includes(request));

// The channel that a code of this request's type is sent by: SMS or MAIL.
export const channel = (request) => types['x-enum-kanaler'][types.enum.indexOf(request.body.kontaktdataType)];
