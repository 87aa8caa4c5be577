package dk.borgerkontakt.persistence;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** All suites on an H2 file as the service opens it. */
class DaosOnH2Test {

  @TempDir private static Path folder;
  private static Database database;

  @BeforeAll
  static void open() {
    String url = DatabaseConfig.embeddedUrl(folder);
    database = Database.open(new DatabaseConfig(url, null, null, 32, Duration.ofSeconds(20)));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Nested
  class Transactions extends DatabaseContract {
    Transactions() {
      super(DaosOnH2Test.database);
    }
  }

  @Nested
  class Borgere extends BorgerDaoContract {
    Borgere() {
      super(DaosOnH2Test.database);
    }
  }

  @Nested
  class CprChange extends CprChangeContract {
    CprChange() {
      super(DaosOnH2Test.database);
    }
  }

  @Nested
  class Register extends RegisterContract {
    Register() {
      super(DaosOnH2Test.database);
    }
  }

  @Nested
  class Kontaktinformation extends KontaktinformationDaoContract {
    Kontaktinformation() {
      super(DaosOnH2Test.database);
    }
  }

  @Nested
  class Verifikationskoder extends VerifikationskodeDaoContract {
    Verifikationskoder() {
      super(DaosOnH2Test.database);
    }
  }

  @Nested
  class Kontaktpauser extends KontaktpauseDaoContract {
    Kontaktpauser() {
      super(DaosOnH2Test.database);
    }
  }

  @Nested
  class Beskedbudgetter extends BeskedbudgetDaoContract {
    Beskedbudgetter() {
      super(DaosOnH2Test.database);
    }
  }

  @Nested
  class Outbox extends OutboxDaoContract {
    Outbox() {
      super(DaosOnH2Test.database);
    }
  }

  @Nested
  class MessageFates extends MessageFateDaoContract {
    MessageFates() {
      super(DaosOnH2Test.database);
    }
  }

  @Nested
  class RequestIds extends RequestIdDaoContract {
    RequestIds() {
      super(DaosOnH2Test.database);
    }
  }

  @Nested
  class Purges extends PurgeContract {
    Purges() {
      super(DaosOnH2Test.database);
    }
  }

  @Nested
  class Audit extends AuditDaoContract {
    Audit() {
      super(DaosOnH2Test.database);
    }
  }

  @Nested
  class OutboxMigration extends OutboxMigrationContract {
    OutboxMigration(@TempDir Path fresh) {
      super(DatabaseConfig.embeddedUrl(fresh));
    }
  }
}
