package dk.borgerkontakt.server.verifikation;

/** What comes of asking for a code or of telling one, as it is counted. Callers are told less. */
public enum Outcome {
  CODE_SENT,
  CODE_RIGHT,
  CODE_WRONG,

  /** Expired, used, replaced, or never asked for. */
  CODE_NOT_LIVE,

  /** Those of the code or those of the day. */
  ATTEMPTS_USED_UP,

  /** The pause between two codes is not over. */
  TOO_SOON,

  /** The citizen has had all codes of 24 hours. */
  CODES_USED_UP
}
