package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.LogLines;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the log tells of a fault inside, where a statement with personal values has failed. */
class FaultLogTest {

  @AutoClose private final TestServer server = TestServer.start();

  @AutoClose private final LogLines log = LogLines.ofAll();

  private final Register register = server.register();

  @Test
  void aFailedStatementIsLoggedWithoutItsValues() {
    Caller akasse = server.as("akasse-11");
    String citizen = register.newCitizen();
    register.run(
        "alter table kontaktinformation add constraint fault"
            + " check (kontaktdata not like 'hemmelig%')");
    register.run("alter table audit add constraint afault check (client_id <> 'akasse-11')");

    akasse.create(citizen, 1, "20 12 98 76", 3, "hemmelig@example.org").send();
    register.run("alter table borger rename to borger_vaek");
    akasse.read(citizen).send();
    akasse.byMobile("20129876").send();

    assertThat(log.texts()).anyMatch(text -> text.contains("internal fault"));
    assertThat(log.texts())
        .noneMatch(text -> text.contains(citizen))
        .noneMatch(text -> text.contains("20129876"))
        .noneMatch(text -> text.contains("hemmelig"));
  }
}
