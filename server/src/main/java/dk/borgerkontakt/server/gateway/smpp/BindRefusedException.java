package dk.borgerkontakt.server.gateway.smpp;

import java.io.IOException;
import java.io.Serial;

/** The centre has answered the bind, and the answer is no. */
final class BindRefusedException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  BindRefusedException(int status) {
    super("0x%08x".formatted(status));
  }
}
