package dk.borgerkontakt.server.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** A PostgreSQL of the test's own. */
public final class Postgresql {

  private Postgresql() {}

  /** Starts one, where the build has its binaries; else the test is skipped. */
  public static EmbeddedPostgres start() throws IOException {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "The build has the binaries of PostgreSQL for Linux on amd64 only");
    return EmbeddedPostgres.start();
  }
}
