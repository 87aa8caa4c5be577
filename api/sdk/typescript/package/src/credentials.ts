import { exchange, parsed, type AccessToken } from './client.js';
import { ApiError } from './errors.js';

interface Token {
  access_token: string;
  expires_in?: unknown;
}

const DAY = 86_400;

/**
 * Access tokens by client credentials (RFC 6749, section 4.4), for an ApiClient. A token is kept until a tenth of its
 * life, at most 30 seconds, is left, a day at most, and dropped when the service refuses it; callers at the same time
 * share one request.
 *
 * @param send What sends; a function like fetch
 */
export function clientCredentials(
  tokenUrl: string,
  clientId: string,
  clientSecret: string,
  send: typeof fetch = (...request) => fetch(...request),
): () => Promise<string> {
  const authorization = `Basic ${btoa(`${form(clientId)}:${form(clientSecret)}`)}`;
  let token: Promise<string> | undefined;
  let current: string | undefined;
  let freshUntil = 0;

  async function renew(): Promise<string> {
    const asked = performance.now();
    freshUntil = Infinity;
    try {
      const answer = await requested(send, tokenUrl, authorization);
      const life = typeof answer.expires_in === 'number' ? Math.min(answer.expires_in, DAY) : 0;
      current = answer.access_token;
      freshUntil = asked + 1000 * (life - Math.min(30, life / 10));
      return answer.access_token;
    } catch (error) {
      freshUntil = 0;
      throw error;
    }
  }

  function get(): Promise<string> {
    if (token === undefined || performance.now() >= freshUntil) {
      token = renew();
    }
    return token;
  }

  function refused(one: string): void {
    // Not while another is on its way, nor when it has come.
    if (one === current && freshUntil !== Infinity) {
      freshUntil = 0;
    }
  }

  return Object.assign(get, { refused }) satisfies AccessToken;
}

async function requested(send: typeof fetch, tokenUrl: string, authorization: string): Promise<Token> {
  const response = await exchange(send, 'token', tokenUrl, {
    method: 'POST',
    headers: { Authorization: authorization, Accept: 'application/json' },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const answer = (parsed(response.text) ?? {}) as Partial<Token> & { error?: unknown };
  if (response.status === 200 && typeof answer.access_token === 'string') {
    return answer as Token;
  }
  const why = typeof answer.error === 'string' ? answer.error : 'no token in the answer';
  throw new ApiError(`token: HTTP ${response.status}, ${why}`, response.status);
}

/** Form-encoded, as section 2.3.1 asks of id and secret. */
function form(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}
