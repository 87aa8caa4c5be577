// A call as its form describes it, as a command line, and its answer.
import { relative } from './token.js';

// What the form says: parameters that are left empty are not sent.
export function read(form) {
  let path = form.dataset.path;
  const headers = [];
  for (const field of form.querySelectorAll('[data-in]')) {
    if (field.dataset.in === 'path') path = path.replace(`{${field.name}}`, segment(field.value));
    else if (field.value) headers.push([field.name, field.value]);
  }
  const body = form.elements.body?.value;
  if (body !== undefined) headers.push(['Content-Type', 'application/json']);
  return { method: form.dataset.method, address: relative(path), headers, body };
}

// A browser would take the two for steps in the path, and send the call elsewhere.
function segment(value) {
  if (/^\.{1,2}$/.test(value)) throw new Error(`${value} kan ikke stå i en adresse`);
  return encodeURIComponent(value);
}

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

// With $TOKEN in the token's place: a line that is copied must not carry a secret.
export function commandLine({ method, address, headers, body }) {
  const parts = [`curl -i -X ${method} ${quoted(address.href)}`, '-H "Authorization: Bearer $TOKEN"'];
  for (const [name, value] of headers) parts.push(`-H ${quoted(`${name}: ${value}`)}`);
  if (body !== undefined) parts.push(`--data-raw ${quoted(oneLine(body))}`);
  return parts.join(' \\\n  ');
}

// Without the space between its parts, and else as it was written: 1.0 is not 1 to the service.
const oneLine = (body) => body.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');

export async function send({ method, address, headers, body }, token) {
  const all = new Headers(headers);
  if (token) all.set('Authorization', `Bearer ${token}`);
  const start = performance.now();
  const answer = await fetch(address, { method, headers: all, body, credentials: 'omit' });
  const text = await answer.text();
  return { status: answer.status, headers: [...answer.headers], text, millis: Math.round(performance.now() - start) };
}

// What came back, for people: the places of the faults first, where the answer names them.
export function show(result, answer) {
  const parts = [];
  const json = parsed(answer.text);
  if (Array.isArray(json?.fejl)) {
    const list = document.createElement('ul');
    for (const fault of json.fejl) list.append(faultLine(fault));
    parts.push(label('Steder'), list);
  }
  parts.push(label('Headere'), block(answer.headers.map((header) => header.join(': ')).join('\n')));
  parts.push(label('Indhold'), block(pretty(json, answer.text) || 'Intet indhold'));
  result.replaceChildren(...parts);
  result.hidden = false;
}

// Only what comes out as it went in: a browser's numbers are not the service's.
const pretty = (json, text) => (JSON.stringify(json) === text ? JSON.stringify(json, null, 2) : text);

function faultLine(fault) {
  const { sti, fejlkode, tekst } = fault ?? {};
  const line = document.createElement('li');
  const place = document.createElement('code');
  place.textContent = sti || 'hele beskeden';
  const code = document.createElement('a');
  code.href = `#fejl-${fejlkode}`;
  code.textContent = fejlkode;
  line.append(place, ' ', code, ` ${tekst}`);
  return line;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function label(text) {
  const line = document.createElement('p');
  line.textContent = text;
  return line;
}

function block(text) {
  const pre = document.createElement('pre');
  pre.className = 'code';
  pre.textContent = text;
  return pre;
}
