package dk.borgerkontakt.server.delivery;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** All suites on an H2 file as the service opens it. */
class DeliveryOnH2Test {

  @TempDir private static Path folder;
  private static Database database;

  @BeforeAll
  static void open() {
    String url = DatabaseConfig.embeddedUrl(folder);
    database = Database.open(new DatabaseConfig(url, null, null, 8, Duration.ofSeconds(5)));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Nested
  class Workers extends OutboxWorkerContract {
    Workers() {
      super(DeliveryOnH2Test.database);
    }
  }

  @Nested
  class Fates extends MessageFateContract {
    Fates() {
      super(DeliveryOnH2Test.database);
    }
  }

  @Nested
  class HangingGateways extends HangingGatewayContract {
    HangingGateways() {
      super(DeliveryOnH2Test.database);
    }
  }

  @Nested
  class Interruptions extends InterruptionContract {
    Interruptions() {
      super(DeliveryOnH2Test.database);
    }
  }
}
