package dk.borgerkontakt.server.contract;

import dk.borgerkontakt.api.model.Fejlkode;

/**
 * A header or path parameter of an operation.
 *
 * @param name as the contract writes it; header names are compared without regard to case
 * @param fejlkode the code of any fault in it
 */
public record Parameter(
    String name,
    In in,
    boolean required,
    boolean integer,
    Fejlkode fejlkode,
    MessageSchema schema) {

  /** Where the parameter travels. */
  public enum In {
    HEADER,
    PATH
  }
}
