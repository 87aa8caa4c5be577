package dk.borgerkontakt.persistence;

/** What a database is opened for, which decides how long anything in it may take. */
public enum Workload {
  /** Somebody waits for each answer: a statement that takes seconds is cut off. */
  REQUESTS,
  /** Whole registers are read or written: a statement takes what it takes. */
  LONG
}
