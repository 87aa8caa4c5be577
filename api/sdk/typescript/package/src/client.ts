import { ApiError, ProblemError } from './errors.js';
import { shapes, type Problem } from './models/index.js';
import { fault } from './shapes.js';

/** What every operation takes. */
export interface Options {
  /** Ends the call early. */
  signal?: AbortSignal | undefined;
}

/** One call of one operation, as the generated code puts it. */
export interface Call {
  operation: string;
  method: string;
  path: string;
  pathParameters?: Record<string, string | number>;
  query?: Record<string, string | number | undefined>;
  headers: Record<string, string | number | undefined>;
  body?: { value: unknown; type: string };
  answer?: string;
  signal: AbortSignal | undefined;
}

/** Asked for the access token of each call, and told when the service refuses one. */
export interface AccessToken {
  (): string | Promise<string>;
  refused?(token: string): void;
}

/** Longer than the service takes at its slowest, so that its own 503 is seen. */
const TIMEOUT = 60_000;

/** Where the service is and how it is reached. One is enough for a program. */
export class ApiClient {
  private readonly baseUrl: string;

  /**
   * @param baseUrl The service's address, without `/v1`
   * @param accessToken Asked for the access token of each call; see clientCredentials
   * @param send What sends; a function like fetch
   */
  constructor(
    baseUrl: string,
    private readonly accessToken: AccessToken,
    private readonly send: typeof fetch = (...request) => fetch(...request),
  ) {
    this.baseUrl = new URL(baseUrl).href.replace(/\/+$/, '');
  }

  /** Sends a call. A message that is not what the contract says is a TypeError, and nothing is sent. */
  async call<T = void>(call: Call): Promise<T> {
    const body = messageOf(call);
    const headers = headersOf(call);
    const url = this.baseUrl + pathOf(call);
    const token = await this.accessToken();
    setHeader(headers, 'Authorization', `Bearer ${token}`);
    const response = await exchange(this.send, call.operation, url, {
      method: call.method,
      headers,
      body: body ?? null,
      signal: call.signal ?? null,
    });
    if (response.status === 401) {
      this.accessToken.refused?.(token);
    }
    if (!response.ok) {
      throw await refusal(call.operation, response);
    }
    return (await answerOf(call, response)) as T;
  }
}

/** One request and its whole answer, or an ApiError. */
export async function exchange(send: typeof fetch, operation: string, url: string, init: RequestInit) {
  const timeout = AbortSignal.timeout(TIMEOUT);
  const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  try {
    // A redirect is refused: it would carry the CPR number to wherever it points.
    const response = await send(url, { ...init, signal, redirect: 'error' });
    const { status, ok, headers } = response;
    return { status, ok, headers, text: await response.text() };
  } catch (cause) {
    throw new ApiError(`${operation}: no answer`, 0, undefined, { cause });
  }
}

type Answer = Awaited<ReturnType<typeof exchange>>;

function messageOf({ operation, body }: Call): string | undefined {
  if (body === undefined) {
    return undefined;
  }
  const found = fault(shapes, body.type, body.value);
  if (found !== undefined) {
    throw new TypeError(`${operation}: the message is not what the contract says: ${found}`);
  }
  return JSON.stringify(body.value);
}

function pathOf({ path, pathParameters = {}, query = {} }: Call): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => segment(name, given(name, pathParameters[name])));
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return search.length === 0 ? filled : `${filled}?${search.join('&')}`;
}

function segment(name: string, value: string): string {
  if (value === '.' || value === '..') {
    // fetch would take the step, and the call would go to another address.
    throw new TypeError(`${name} is a step in the path, and not a value`);
  }
  return encodeURIComponent(value);
}

function headersOf({ headers, body }: Call): Headers {
  const all = new Headers({ Accept: 'application/json, application/problem+json' });
  if (body !== undefined) {
    all.set('Content-Type', 'application/json');
  }
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) {
      setHeader(all, name, given(name, value));
    }
  }
  return all;
}

function setHeader(headers: Headers, name: string, value: string) {
  // Checked here, because fetch's own message quotes the value, which may be a CPR number or a token.
  if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
    throw new TypeError(`${name} has characters that no header may have`);
  }
  headers.set(name, value);
}

function given(name: string, value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new TypeError(`${name} is missing`);
  }
  return String(value);
}

async function answerOf({ operation, answer }: Call, response: Answer): Promise<unknown> {
  if (answer === undefined) {
    return undefined;
  }
  const value = parsed(response.text);
  const found = fault(shapes, answer, value);
  if (found !== undefined) {
    throw new ApiError(`${operation}: the answer is not what the contract says: ${found}`, response.status);
  }
  return value;
}

async function refusal(operation: string, response: Answer): Promise<ApiError> {
  const type = response.headers.get('Content-Type') ?? 'no content';
  const seconds = response.headers.get('Retry-After') ?? '';
  const retryAfter = /^[0-9]{1,9}$/.test(seconds) ? Number(seconds) : undefined;
  const failed = `${operation}: HTTP ${response.status}`;
  if (!/^application\/problem\+json/i.test(type)) {
    return new ApiError(`${failed}, not from the service (${type})`, response.status, retryAfter);
  }
  const problem = parsed(response.text) as Problem;
  if (fault(shapes, 'Problem', problem) !== undefined) {
    return new ApiError(`${failed}, a problem that is not the contract's`, response.status, retryAfter);
  }
  const words = `${problem.fejlkode} ${problem.fejltekst} (sporingsId ${problem.sporingsId})`;
  return new ProblemError(`${failed}, ${words}`, response.status, retryAfter, problem);
}

/** The JSON value; undefined for what is no JSON, since the parser's message quotes it. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
