package dk.borgerkontakt.server.delivery;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseConfig;
import dk.borgerkontakt.server.testing.Postgresql;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** All suites on PostgreSQL. */
@Tag("slow")
class DeliveryOnPostgresqlIT {

  private static Postgresql postgresql;
  private static Database database;

  @BeforeAll
  static void open() {
    postgresql = Postgresql.empty();
    String url = postgresql.url();
    database = Database.open(new DatabaseConfig(url, null, null, 8, Duration.ofSeconds(5)));
  }

  @AfterAll
  static void close() {
    if (postgresql != null) {
      database.close();
      postgresql.close();
    }
  }

  @Nested
  class Workers extends OutboxWorkerContract {
    Workers() {
      super(DeliveryOnPostgresqlIT.database);
    }
  }

  @Nested
  class Fates extends MessageFateContract {
    Fates() {
      super(DeliveryOnPostgresqlIT.database);
    }
  }

  @Nested
  class HangingGateways extends HangingGatewayContract {
    HangingGateways() {
      super(DeliveryOnPostgresqlIT.database);
    }
  }

  @Nested
  class Interruptions extends InterruptionContract {
    Interruptions() {
      super(DeliveryOnPostgresqlIT.database);
    }
  }
}
