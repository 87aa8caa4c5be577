package dk.borgerkontakt.server.tls;

/** A file that TLS can't work with. The message follows the file's name and says how to mend it. */
final class UnusableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Without a cause, which may quote what it could not read. */
  UnusableFileException(String fault) {
    super(fault, null, false, false);
  }
}
