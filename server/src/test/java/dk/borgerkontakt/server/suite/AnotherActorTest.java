package dk.borgerkontakt.server.suite;

import static dk.borgerkontakt.server.testing.Register.ANDEN_AKTOER;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Operation;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A private provider that acts for a job centre, and the two headers that say for which. */
class AnotherActorTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private static final String TYPE = "x-organisationTypeIdentifier";
  private static final String CODE = "x-organisationCode";
  private static final String CITIZEN = "0307809003";

  private final Caller actor = server.as("andenaktoer-10000001");
  private final Register register = server.register();

  @Test
  void actsForTheJobCentreThatDelegated() {
    assertThat(actor.read(CITIZEN).onBehalfOf("8", "10100").send().status()).isEqualTo(200);
    assertThat(actor.read("0607809006").onBehalfOf("8", "10100").send().outcome()).isEqualTo(4575);
    assertThat(actor.read("0907809009").onBehalfOf("8", "10100").send().outcome()).isEqualTo(4575);
  }

  @ParameterizedTest
  @EnumSource
  void bothHeadersAreNeeded(Operation operation) {
    Answer none = operation.call(actor, CITIZEN).send();
    Answer type = operation.call(actor, CITIZEN).header(TYPE, "8").send();
    Answer code = operation.call(actor, CITIZEN).header(CODE, "10100").send();

    assertThat(none.outcome()).isEqualTo(1014);
    assertThat(none.faults()).containsExactlyInAnyOrder(TYPE + " 1014", CODE + " 1014");
    assertThat(type.outcome()).isEqualTo(1014);
    assertThat(type.faults()).containsExactly(CODE + " 1014");
    assertThat(code.outcome()).isEqualTo(1014);
    assertThat(code.faults()).containsExactly(TYPE + " 1014");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "4", "7", "9", "3", "x", "08", "8.0", ""})
  void whatIsNoJobCentreIs1014(String type) {
    Answer answer = actor.read(CITIZEN).onBehalfOf(type, "10100").illFormed().send();

    assertThat(answer.outcome()).isEqualTo(1014);
    assertThat(answer.faults()).containsExactly(TYPE + " 1014");
  }

  @Test
  void repeatedAndEmptyHeadersAre1014() {
    assertThat(
            actor
                .read(CITIZEN)
                .onBehalfOf("8", "10100")
                .header(TYPE, "8")
                .illFormed()
                .send()
                .outcome())
        .isEqualTo(1014);
    assertThat(
            actor
                .read(CITIZEN)
                .onBehalfOf("8", "10100")
                .header(CODE, "10100")
                .illFormed()
                .send()
                .outcome())
        .isEqualTo(1014);
    assertThat(actor.read(CITIZEN).onBehalfOf("8", "").illFormed().send().outcome())
        .isEqualTo(1014);
  }

  @Test
  void anUnknownJobCentreIs4986AndOneThatHasNotDelegatedIs1013() {
    assertThat(actor.read(CITIZEN).onBehalfOf("8", "99999").send().outcome()).isEqualTo(4986);
    assertThat(actor.read(CITIZEN).onBehalfOf("8", "101").send().outcome()).isEqualTo(4986);
    assertThat(actor.read(CITIZEN).onBehalfOf("8", "10200").send().outcome()).isEqualTo(1013);
    assertThat(
            server
                .as("andenaktoer-10000002")
                .read(CITIZEN)
                .onBehalfOf("8", "10100")
                .send()
                .outcome())
        .isEqualTo(1013);
  }

  @ParameterizedTest
  @CsvSource({"-10, -1, 1013", "-10, 0, 200", "0, , 200", "1, , 1013", "-10, 10, 200"})
  void aDelegationHasItsDays(int from, Integer to, int outcome) {
    register.run("delete from delegering where cvr = '10000002'");
    register.delegate(
        "10000002",
        "10100",
        register.today().plusDays(from),
        to == null ? null : register.today().plusDays(to));

    assertThat(
            server
                .as("andenaktoer-10000002")
                .read(CITIZEN)
                .onBehalfOf("8", "10100")
                .send()
                .outcome())
        .isEqualTo(outcome);
    register.run("delete from delegering where cvr = '10000002'");
  }

  @Test
  void anActorThatTheRegisterDoesNotKnowIs1013() {
    register.run("delete from organisation where type = ? and kode = '10000002'", ANDEN_AKTOER);

    assertThat(
            server
                .as("andenaktoer-10000002")
                .read(CITIZEN)
                .onBehalfOf("8", "10100")
                .send()
                .outcome())
        .isEqualTo(1013);
    register.run("insert into organisation (type, kode, navn) values (4, '10000002', 'B')");
  }

  @ParameterizedTest
  @ValueSource(strings = {"akasse-11", "jobcenter-10100", "kommune-101", "star"})
  void fromOthersTheHeadersAreIgnored(String client) {
    Caller caller = server.as(client);

    assertThat(caller.read(CITIZEN).onBehalfOf("8", "99999").send().status()).isEqualTo(200);
    assertThat(caller.read(CITIZEN).onBehalfOf("3", "x").illFormed().send().status())
        .isEqualTo(200);
    assertThat(caller.read(CITIZEN).onBehalfOf("", "").illFormed().send().status()).isEqualTo(200);
    assertThat(
            caller
                .read(CITIZEN)
                .onBehalfOf("abc", "x".repeat(200))
                .header(TYPE, "8")
                .illFormed()
                .send()
                .status())
        .isEqualTo(200);
  }

  @Test
  void anUnknownMunicipalityIs1013() {
    register.run("delete from organisation where type = 7 and kode = '751'");

    assertThat(server.as("kommune-751").read("0607809006").send().outcome()).isEqualTo(1013);
    register.run("insert into organisation (type, kode, navn) values (7, '751', 'A')");
  }

  @Test
  void aSystemHasNoCrossInThisMatrix() {
    assertThat(server.as("system-1").read(CITIZEN).send().outcome()).isEqualTo(1013);
  }
}
