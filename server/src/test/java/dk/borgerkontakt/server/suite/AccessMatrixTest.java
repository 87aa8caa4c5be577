package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Bodies;
import dk.borgerkontakt.server.testing.Call;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Operation;
import dk.borgerkontakt.server.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every client of the sandbox, every citizen, every operation, against tables written by hand. */
class AccessMatrixTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private static final String MAY = "x";
  private static final List<Map<String, String>> CITIZENS = Table.read("citizens.csv");

  static Stream<Map<String, String>> clients() {
    return Table.read("access-matrix.csv").stream();
  }

  @ParameterizedTest
  @MethodSource("clients")
  void everybodyMayWhatTheTableSays(Map<String, String> client) {
    SoftAssertions softly = new SoftAssertions();
    for (Map<String, String> citizen : CITIZENS) {
      String access = client.get(citizen.get("cpr"));
      for (Operation operation : Operation.values()) {
        if (operation.namesACitizen()) {
          int expected = expected(client, operation, access, citizen.get(operation.id()));
          softly
              .assertThat(harmless(operation, client, citizen.get("cpr")).send().outcome())
              .as("%s %s", operation, citizen.get("cpr"))
              .isEqualTo(expected);
        }
      }
      lookUp(softly, client, citizen, access);
    }
    softly.assertAll();
  }

  @Test
  void theSandboxHoldsWhatIsPromised() {
    Caller star = server.as("star");
    SoftAssertions softly = new SoftAssertions();
    for (Map<String, String> row : Table.read("sandbox-contents.csv")) {
      Answer answer = star.read(row.get("cpr")).send();
      String contents =
          answer.outcome() == 9159 ? "" : String.join(";", answer.kontaktinformation());
      softly.assertThat(contents).as(row.get("cpr")).isEqualTo(row.get("indhold"));
    }
    softly.assertThat(star.create("0507809005", 3, null).send().outcome()).isEqualTo(9155);
    softly.assertAll();
  }

  private static int expected(
      Map<String, String> client, Operation operation, String access, String outcome) {
    if (client.get("klient").startsWith("laeser") && operation.hasABody()) {
      return 1013;
    }
    return Integer.parseInt(access.equals(MAY) ? outcome : access);
  }

  private static Call harmless(Operation operation, Map<String, String> client, String cpr) {
    Caller caller = server.as(client.get("klient"));
    Call call =
        switch (operation) {
          case CREATE -> caller.create(cpr, 2, "12");
          case GET -> caller.read(cpr);
          case STATUS -> caller.post(operation.path(), Bodies.status(2, 1)).cpr(cpr);
          case CODE -> caller.code(cpr, 2);
          case VERIFY -> caller.verify(cpr, 2, "123456");
          default -> throw new AssertionError(operation);
        };
    return on(call, client);
  }

  private static void lookUp(
      SoftAssertions softly,
      Map<String, String> client,
      Map<String, String> citizen,
      String access) {
    Caller caller = server.as(client.get("klient"));
    String cpr = citizen.get("cpr");
    if (!citizen.get("mobiltelefon").isEmpty()) {
      found(softly, on(caller.byMobile(citizen.get("mobiltelefon")), client), cpr, access);
    }
    if (!citizen.get("mailadresse").isEmpty()) {
      found(softly, on(caller.byEmail(citizen.get("mailadresse")), client), cpr, access);
    }
  }

  /** Whom a caller may not act on, it doesn't find; other refusals are the same as everywhere. */
  private static void found(SoftAssertions softly, Call call, String cpr, String access) {
    Answer answer = call.send();
    if (access.equals(MAY) || access.equals("4575")) {
      softly.assertThat(answer.borgerer().contains(cpr)).as(cpr).isEqualTo(access.equals(MAY));
    } else {
      softly.assertThat(answer.outcome()).as(cpr).isEqualTo(Integer.parseInt(access));
    }
  }

  private static Call on(Call call, Map<String, String> client) {
    String jobcenter = client.get("jobcenter");
    return jobcenter.isEmpty() ? call : call.onBehalfOf("8", jobcenter);
  }

  @Test
  void theTablesNameTheSameCitizens() {
    List<String> citizens = CITIZENS.stream().map(row -> row.get("cpr")).toList();

    assertThat(citizens).hasSize(12);
    assertThat(clients())
        .hasSize(17)
        .allSatisfy(row -> assertThat(row).containsKeys(citizens.toArray(String[]::new)));
  }
}
