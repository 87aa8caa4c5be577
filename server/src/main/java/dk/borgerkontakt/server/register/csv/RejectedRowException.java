package dk.borgerkontakt.server.register.csv;

/** A row that can't be loaded; the message says why, and quotes nothing of the row. */
public final class RejectedRowException extends Exception {
  private static final long serialVersionUID = 1L;

  public RejectedRowException(String reason) {
    super(reason, null, false, false);
  }
}
