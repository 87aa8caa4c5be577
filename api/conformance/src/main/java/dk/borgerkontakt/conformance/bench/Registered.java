package dk.borgerkontakt.conformance.bench;

/** What is registered of one type. */
public record Registered(String kontaktdata, int status) {

  @Override
  public String toString() {
    return "Registered, status " + status;
  }
}
