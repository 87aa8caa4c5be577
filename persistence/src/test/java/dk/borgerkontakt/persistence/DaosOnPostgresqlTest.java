package dk.borgerkontakt.persistence;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.borgerkontakt.persistence.testing.PostgresqlCluster;
import dk.borgerkontakt.persistence.testing.PostgresqlRelease;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** All suites on PostgreSQL: the chosen release, the newest unless one is. */
class DaosOnPostgresqlTest {

  private static PostgresqlCluster cluster;
  private static Database database;
  private static int databases;

  @BeforeAll
  static void open() {
    PostgresqlRelease release = PostgresqlRelease.chosen();
    assumeTrue(
        release.isForThisMachine(),
        "The build has the binaries of PostgreSQL for Linux on amd64 only");
    cluster = PostgresqlCluster.quick(release);
    database = Database.open(config(cluster.url("postgres"), 32));
  }

  static DatabaseConfig config(String url, int poolSize) {
    return new DatabaseConfig(url, null, null, poolSize, Duration.ofSeconds(20));
  }

  @AfterAll
  static void close() {
    if (cluster != null) {
      database.close();
      cluster.close();
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
  class Purges extends PurgeContract {
    Purges() {
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

  @Nested
  class MigrationsInUse extends MigrationsInUseContract {
    MigrationsInUse() {
      super(fresh());
    }
  }

  /** The URL of another database on the same cluster, without tables. */
  private static String fresh() {
    String name = "fresh" + ++databases;
    cluster.create(name);
    return cluster.url(name);
  }
}
