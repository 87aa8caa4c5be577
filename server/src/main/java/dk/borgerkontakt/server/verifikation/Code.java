package dk.borgerkontakt.server.verifikation;

import java.security.SecureRandom;
import java.util.Locale;

/** Six digits over the whole million, from a cryptographic source (NIST SP 800-63A-4, 3.8). */
final class Code {

  private static final int MILLION = 1_000_000;

  private Code() {}

  static String random(SecureRandom random) {
    return String.format(Locale.ROOT, "%06d", random.nextInt(MILLION));
  }
}
