package dk.borgerkontakt.server.delivery;

import dk.borgerkontakt.persistence.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the suites of delivery that run on every database have in common. */
class DeliveryContract {

  final Database database;
  OutboxFixture fixture;

  DeliveryContract(Database database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    fixture = new OutboxFixture(database);
  }

  @AfterEach
  void close() {
    fixture.close();
  }
}
