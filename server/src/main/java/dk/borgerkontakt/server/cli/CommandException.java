package dk.borgerkontakt.server.cli;

/** A command that can't do what it was asked for. The message says why, and how to mend it. */
final class CommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandException(String message) {
    super(message);
  }
}
