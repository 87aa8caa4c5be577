import type { Fejl, Fejlkode, Problem } from './models/index.js';

/** A call that did not succeed. The message names the operation, and no address, value or body. */
export class ApiError extends Error {
  override readonly name: string = 'ApiError';

  /**
   * @param status The answer's HTTP status; 0 when there was no answer
   * @param retryAfter Seconds until it is worth trying again, when the answer says so in seconds
   */
  constructor(
    message: string,
    readonly status: number,
    readonly retryAfter?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A refusal that the service gives its reason for (RFC 9457). */
export class ProblemError extends ApiError {
  override readonly name = 'ProblemError';

  constructor(
    message: string,
    status: number,
    retryAfter: number | undefined,
    readonly problem: Problem,
  ) {
    super(message, status, retryAfter);
  }

  /** The code of the catalogue; one that this version does not know is kept. */
  get fejlkode(): Fejlkode {
    return this.problem.fejlkode;
  }

  /** The catalogue's text for the code. */
  get fejltekst(): string {
    return this.problem.fejltekst;
  }

  /** What the service's operators find the call by. */
  get sporingsId(): string {
    return this.problem.sporingsId;
  }

  /** The single faults with their places; empty when no place can be named. */
  get fejl(): Fejl[] {
    return this.problem.fejl ?? [];
  }
}
