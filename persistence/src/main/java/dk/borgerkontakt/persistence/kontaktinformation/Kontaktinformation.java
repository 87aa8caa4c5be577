package dk.borgerkontakt.persistence.kontaktinformation;

import static java.util.Objects.requireNonNull;

/**
 * How a citizen can be reached in one way.
 *
 * @param kontaktdata a phone number or a mail address, at most 254 characters
 */
public record Kontaktinformation(
    long borgerId, int kontaktdataType, String kontaktdata, int kontaktdatastatus) {

  public Kontaktinformation {
    requireNonNull(kontaktdata, "kontaktdata");
  }

  /** Never prints the number or address. */
  @Override
  public String toString() {
    return "Kontaktinformation[borgerId=" + borgerId + ", type=" + kontaktdataType + "]";
  }
}
