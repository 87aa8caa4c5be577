package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Call;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row for every operation on a citizen: who, what, on whom, and what came of it. */
class AuditTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private final Register register = server.register();
  private final Caller akasse = server.as("akasse-11");
  private final String citizen = register.newCitizen();

  private final AuditTrail trail = new AuditTrail(register);

  @Test
  void readsAndWritesAreKept() {
    String mobile = Register.freeMobile();
    akasse.create(citizen, 1, mobile).send();
    assertRow("createKontaktinformation", citizen, 0);
    akasse.read(citizen).send();
    assertRow("getKontaktinformation", citizen, 0);
    akasse.status(citizen, 1, 3).send();
    assertRow("updateKontaktinformation", citizen, 0);
    akasse.code(citizen, 1).send();
    assertRow("getVerifikationskode", citizen, 0);
    String code = server.outbox().nextCode(mobile);
    akasse.verify(citizen, 1, Codes.wrong(code)).send();
    assertRow("verificerKontaktinformation", citizen, 90001);
    akasse.verify(citizen, 1, code).send();
    assertRow("verificerKontaktinformation", citizen, 0);
    akasse.call("HEAD", Caller.PATH).cpr(citizen).send();
    assertRow("getKontaktinformation", citizen, 0);
  }

  @Test
  void aRowNamesTheCaller() {
    akasse
        .read(citizen)
        .header("x-userIdentifier", "sagsbehandler-4711")
        .header("x-requestUserTypeIdentifier", "2")
        .onBehalfOf("8", "10200")
        .send();

    assertThat(trail.row())
        .containsEntry("organisationstype", 2)
        .containsEntry("organisationskode", "11")
        .containsEntry("client_id", "akasse-11")
        .containsEntry("bruger_id", "sagsbehandler-4711")
        .containsEntry("bruger_type", 2)
        .containsEntry("vegne_type", "8")
        .containsEntry("vegne_kode", "10200")
        .hasEntrySatisfying("tidspunkt", at -> assertThat(at).isNotNull());
  }

  @Test
  void aRowWithoutAUserSaysSo() {
    server.as("star").read(citizen).send();

    Map<String, Object> row = trail.row();
    assertThat(row).containsEntry("organisationstype", 1);
    for (String empty :
        List.of("organisationskode", "bruger_id", "bruger_type", "vegne_type", "vegne_kode")) {
      assertThat(row).containsEntry(empty, null);
    }
  }

  @Test
  void whatAnotherActorActsForIsKept() {
    server.as("andenaktoer-10000001").read(citizen).onBehalfOf("8", "10100").send();

    assertThat(trail.row())
        .containsEntry("organisationstype", 4)
        .containsEntry("organisationskode", "10000001")
        .containsEntry("vegne_type", "8")
        .containsEntry("vegne_kode", "10100");
  }

  @Test
  void refusalsOfAKnownCitizenAreKept() {
    akasse.read(citizen).send();
    assertRow("getKontaktinformation", citizen, 9159);
    akasse.create(citizen, 1, "12").send();
    assertRow("createKontaktinformation", citizen, 9156);
    akasse.code(citizen, 2).send();
    assertRow("getVerifikationskode", citizen, 9240);
    server.as("akasse-12").read(citizen).send();
    assertRow("getKontaktinformation", citizen, 4575);
    akasse.create(citizen, 1, null).requestId("audit-" + citizen).send();
    assertRow("createKontaktinformation", citizen, 0);
    akasse.create(citizen, 1, null).requestId("audit-" + citizen).send();
    assertRow("createKontaktinformation", citizen, 90003);
    register.dies(citizen);
    akasse.status(citizen, 1, 2).send();
    assertRow("updateKontaktinformation", citizen, 4405);
  }

  @ParameterizedTest
  @CsvSource({
    "akasse-11, 0000000000, 1010",
    "akasse-11, 3202809001, 1001",
    "system-1, 0107809001, 1013",
    "akasse-99, 0107809001, 4985",
    "jobcenter-99999, 0107809001, 4986",
    "andenaktoer-10000001, 0107809001, 1014"
  })
  void whereNoCitizenIsKnownAKeyedHashIsKept(String client, String cpr, int code) {
    server.as(client).read(cpr).illFormed().send();

    Map<String, Object> row = trail.row();
    assertThat(row).containsEntry("resultat", code).containsEntry("borger_id", null);
    assertThat((String) row.get("spurgt_hash")).hasSizeGreaterThanOrEqualTo(16).doesNotContain(cpr);
  }

  @Test
  void theHashIsOfTheNumberThatWasAskedAbout() {
    String one = hash(server.as("akasse-11").read("0000000000"));
    String same = hash(server.as("star").create("0000000000", 1, null));
    String other = hash(server.as("akasse-11").read(Register.freeCpr()));

    assertThat(one).isEqualTo(same).isNotEqualTo(other);
  }

  @Test
  void aMissingNumberHasNoHash() {
    akasse.get(Caller.PATH).illFormed().send();

    assertThat(trail.row()).containsEntry("resultat", 1001).containsEntry("spurgt_hash", null);
  }

  @Test
  void whoHasNoTokenLeavesNoRow() {
    akasse.read(citizen).token("ingen").send();
    akasse.read(citizen).without("Authorization").send();
    akasse.call("PUT", Caller.PATH).illFormed().send();
    akasse.get("/v1/ukendt").send();

    assertThat(trail.rows()).isEmpty();
  }

  @Test
  void longHeadersAreKeptAsFarAsTheyGo() {
    akasse
        .read(citizen)
        .header("x-userIdentifier", "x".repeat(3_000))
        .onBehalfOf("y".repeat(500), "z".repeat(500))
        .illFormed()
        .send();

    assertThat(trail.row())
        .containsEntry("resultat", 1014)
        .containsEntry("bruger_id", "x".repeat(100))
        .containsEntry("vegne_type", "y".repeat(20))
        .containsEntry("vegne_kode", "z".repeat(40));
  }

  @Test
  void concurrentReadsEachHaveTheirRow() {
    akasse.create(citizen, 1, "20120002").send();
    trail.skip();
    Callable<Integer> read = () -> akasse.read(citizen).send().status();

    assertThat(AtOnce.run(Collections.nCopies(20, read))).containsOnly(200);

    assertThat(trail.rows()).hasSize(20);
  }

  private void assertRow(String operation, String cpr, int result) {
    assertThat(trail.row())
        .containsEntry("operation", operation)
        .containsEntry("borger_id", trail.id(cpr))
        .containsEntry("spurgt_hash", null)
        .containsEntry("resultat", result);
  }

  private String hash(Call call) {
    call.send();
    return (String) trail.row().get("spurgt_hash");
  }
}
