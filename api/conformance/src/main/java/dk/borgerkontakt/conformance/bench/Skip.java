package dk.borgerkontakt.conformance.bench;

/** The data lacks what the row needs. */
public final class Skip extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Skip(String reason) {
    super(reason);
  }
}
