package dk.borgerkontakt.server.kontaktinformation;

import dk.borgerkontakt.api.model.Fejlkode;

/** A text that is no number or address of its type. Holds the type's code, never the text. */
public final class UgyldigKontaktdataException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Fejlkode code;

  UgyldigKontaktdataException(Fejlkode code) {
    super("not valid: " + code, null, false, false);
    this.code = code;
  }

  /** The code that the contract gives the type. */
  public Fejlkode code() {
    return code;
  }
}
