package dk.borgerkontakt.persistence;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** All suites on an embedded PostgreSQL 18. */
class DaosOnPostgresqlTest {

  private static EmbeddedPostgres postgres;
  private static Database database;
  private static int databases;

  @BeforeAll
  static void open() throws IOException {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "The build has the binaries of PostgreSQL for Linux on amd64 only");
    postgres = EmbeddedPostgres.start();
    String url = postgres.getJdbcUrl("postgres", "postgres");
    database = Database.open(new DatabaseConfig(url, null, null, 32, Duration.ofSeconds(20)));
  }

  @AfterAll
  static void close() throws IOException {
    if (postgres != null) {
      database.close();
      postgres.close();
    }
  }

  @Nested
  class Transactions extends DatabaseContract {
    Transactions() {
      super(DaosOnPostgresqlTest.database);
    }
  }

  @Nested
  class Borgere extends BorgerDaoContract {
    Borgere() {
      super(DaosOnPostgresqlTest.database);
    }
  }

  @Nested
  class CprChange extends CprChangeContract {
    CprChange() {
      super(DaosOnPostgresqlTest.database);
    }
  }

  @Nested
  class Register extends RegisterContract {
    Register() {
      super(DaosOnPostgresqlTest.database);
    }
  }

  @Nested
  class Kontaktinformation extends KontaktinformationDaoContract {
    Kontaktinformation() {
      super(DaosOnPostgresqlTest.database);
    }
  }

  @Nested
  class Verifikationskoder extends VerifikationskodeDaoContract {
    Verifikationskoder() {
      super(DaosOnPostgresqlTest.database);
    }
  }

  @Nested
  class Kontaktpauser extends KontaktpauseDaoContract {
    Kontaktpauser() {
      super(DaosOnPostgresqlTest.database);
    }
  }

  @Nested
  class Beskedbudgetter extends BeskedbudgetDaoContract {
    Beskedbudgetter() {
      super(DaosOnPostgresqlTest.database);
    }
  }

  @Nested
  class Outbox extends OutboxDaoContract {
    Outbox() {
      super(DaosOnPostgresqlTest.database);
    }
  }

  @Nested
  class MessageFates extends MessageFateDaoContract {
    MessageFates() {
      super(DaosOnPostgresqlTest.database);
    }
  }

  @Nested
  class RequestIds extends RequestIdDaoContract {
    RequestIds() {
      super(DaosOnPostgresqlTest.database);
    }
  }

  @Nested
  class Audit extends AuditDaoContract {
    Audit() {
      super(DaosOnPostgresqlTest.database);
    }
  }

  @Nested
  class OutboxMigration extends OutboxMigrationContract {
    OutboxMigration() {
      super(fresh());
    }
  }

  /** The URL of another database on the same server, without tables. */
  private static String fresh() {
    String name = "fresh" + ++databases;
    database.useHandle(handle -> handle.execute("create database " + name));
    return postgres.getJdbcUrl("postgres", name);
  }
}
