package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a look-up leaves in the audit. */
class AuditLookUpTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private final Register register = server.register();
  private final Caller akasse = server.as("akasse-11");
  private final String citizen = register.newCitizen();
  private final AuditTrail trail = new AuditTrail(register);

  @Test
  void aLookUpHasARowForEachCitizenFound() {
    String mobile = Register.freeMobile();
    String second = register.newCitizen();
    akasse.create(citizen, 1, mobile).send();
    akasse.create(second, 1, mobile).send();
    trail.skip();

    akasse.byMobile(mobile).send();

    assertThat(trail.rows())
        .allSatisfy(
            row -> assertThat(row).containsEntry("operation", "getKontaktinformationMobilNr"))
        .extracting(row -> row.get("borger_id"))
        .containsExactlyInAnyOrder(trail.id(citizen), trail.id(second));
  }

  @Test
  void aLookUpThatFindsNobodyHasOneRow() {
    akasse.byEmail(Register.freeEmail()).send();

    assertThat(trail.row())
        .containsEntry("operation", "getKontaktinformationEmail")
        .containsEntry("resultat", 0)
        .containsEntry("borger_id", null)
        .hasEntrySatisfying("spurgt_hash", hash -> assertThat(hash).isNotNull());
  }

  @Test
  void aCitizenThatTheCallerMayNotSeeHasNoRow() {
    akasse.byMobile("20120006").send();

    assertThat(trail.row()).containsEntry("borger_id", null).containsEntry("resultat", 0);
  }

  @Test
  void aRefusedLookUpHasOneRow() {
    akasse.byMobile("abc").send();

    assertThat(trail.row()).containsEntry("resultat", 9156).containsEntry("borger_id", null);
  }
}
