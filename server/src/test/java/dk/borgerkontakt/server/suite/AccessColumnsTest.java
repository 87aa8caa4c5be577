package dk.borgerkontakt.server.suite;

import static dk.borgerkontakt.server.testing.Register.JOBCENTER;
import static dk.borgerkontakt.server.testing.Register.KOMMUNE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Call;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Operation;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each of the eight columns, alone in a changed contract: the matrix is the contract's. */
class AccessColumnsTest {

  private static final int YES = 9159;
  private static final int NO = 4575;
  private static final int NEVER = 1013;

  @Test
  void alleBorgere() {
    try (TestServer server = start(Crosses.only("A-kasse", "Alle borgere"))) {
      Register register = server.register();

      assertThat(read(server, "akasse-11", register.newStranger())).isEqualTo(YES);
      assertThat(read(server, "akasse-12", register.newCitizen())).isEqualTo(YES);
      assertThat(read(server, "star", register.newCitizen())).isEqualTo(NEVER);
      assertThat(read(server, "system-1", register.newCitizen())).isEqualTo(NEVER);
      assertThat(server.as("akasse-11").read("0000000000").send().outcome()).isEqualTo(1010);
    }
  }

  @Test
  void egneBorgere() {
    try (TestServer server = start(Crosses.only("Kommune", "Egne borgere"))) {
      Register register = server.register();
      String ended = register.newStranger();
      register.attach(ended, KOMMUNE, "101", day(register, -10), day(register, -1));
      String today = register.newStranger();
      register.attach(today, KOMMUNE, "101", day(register, -10), day(register, 0));
      String begins = register.newStranger();
      register.attach(begins, KOMMUNE, "101", day(register, 0), null);
      String tomorrow = register.newStranger();
      register.attach(tomorrow, KOMMUNE, "101", day(register, 1), null);

      assertThat(read(server, "kommune-101", register.newCitizen())).isEqualTo(YES);
      assertThat(read(server, "kommune-101", ended)).isEqualTo(NO);
      assertThat(read(server, "kommune-101", today)).isEqualTo(YES);
      assertThat(read(server, "kommune-101", begins)).isEqualTo(YES);
      assertThat(read(server, "kommune-101", tomorrow)).isEqualTo(NO);
      assertThat(read(server, "kommune-751", register.newCitizen())).isEqualTo(NO);
      assertThat(read(server, "akasse-11", register.newCitizen())).isEqualTo(NEVER);
    }
  }

  /** The same code of another kind of organisation is another organisation. */
  @Test
  void aCodeIsOfItsKind() {
    try (TestServer server = start(Crosses.only("A-kasse", "Egne borgere"))) {
      Register register = server.register();
      String cpr = register.newStranger();
      register.attach(cpr, JOBCENTER, "11", day(register, -10), null);
      register.attach(cpr, KOMMUNE, "11", day(register, -10), null);

      assertThat(read(server, "akasse-11", cpr)).isEqualTo(NO);
    }
  }

  @Test
  void gaesteadgang() {
    try (TestServer server = start(Crosses.only("JobCenter", "Gæsteadgang"))) {
      Register register = server.register();
      String lastDay = register.newStranger();
      register.grantGuestAccess(lastDay, JOBCENTER, "10100", day(register, 0));
      String expired = register.newStranger();
      register.grantGuestAccess(expired, JOBCENTER, "10100", day(register, -1));
      String forKommune = register.newStranger();
      register.grantGuestAccess(forKommune, KOMMUNE, "10100", null);

      assertThat(read(server, "jobcenter-10100", "0907809009")).isEqualTo(200);
      assertThat(read(server, "jobcenter-10100", lastDay)).isEqualTo(YES);
      assertThat(read(server, "jobcenter-10100", expired)).isEqualTo(NO);
      assertThat(read(server, "jobcenter-10100", forKommune)).isEqualTo(NO);
      assertThat(read(server, "jobcenter-10100", register.newCitizen())).isEqualTo(NO);
      assertThat(read(server, "jobcenter-10200", lastDay)).isEqualTo(NO);
      assertThat(server.as("jobcenter-10100").byMobile("20120009").send().borgerer())
          .containsExactly("0907809009");
    }
  }

  @Test
  void andenAktoerEgneBorgere() {
    try (TestServer server = start(Crosses.only("JobCenter", "Anden Aktør - egne borgere"))) {
      Register register = server.register();

      assertThat(actor(server, register.newCitizen())).isEqualTo(YES);
      assertThat(actor(server, "0607809006")).isEqualTo(NO);
      assertThat(actor(server, "0907809009")).isEqualTo(NO);
      assertThat(read(server, "jobcenter-10100", register.newCitizen())).isEqualTo(NEVER);
    }
  }

  @Test
  void andenAktoerGaesteadgang() {
    try (TestServer server = start(Crosses.only("JobCenter", "Anden Aktør - gæsteadgang"))) {
      Register register = server.register();
      String ofTheActor = register.newStranger();
      register.grantGuestAccess(ofTheActor, Register.ANDEN_AKTOER, "10000001", null);

      assertThat(actor(server, "0907809009")).isEqualTo(200);
      assertThat(actor(server, register.newCitizen())).isEqualTo(NO);
      assertThat(actor(server, ofTheActor)).isEqualTo(NO);
    }
  }

  @Test
  void andenAktoerAlleBorgere() {
    try (TestServer server = start(Crosses.only("JobCenter", "Anden Aktør - alle borgere"))) {
      assertThat(actor(server, server.register().newStranger())).isEqualTo(YES);
      assertThat(
              server
                  .as("andenaktoer-10000002")
                  .read("0107809001")
                  .onBehalfOf("8", "10100")
                  .send()
                  .outcome())
          .isEqualTo(NEVER);
    }
  }

  /** The columns of another actor count in the JobCenter row alone. */
  @Test
  void anotherActorsCrossInAnotherRowIsNone() {
    try (TestServer server = start(Crosses.only("Kommune", "Anden Aktør - alle borgere"))) {
      assertThat(actor(server, "0107809001")).isEqualTo(NEVER);
      assertThat(read(server, "kommune-101", "0107809001")).isEqualTo(NEVER);
    }
  }

  @Test
  void anotherActorHasNothingOfTheJobCentresOwnColumns() {
    try (TestServer server = start(Crosses.only("JobCenter", "Alle borgere"))) {
      assertThat(actor(server, "0107809001")).isEqualTo(NEVER);
      assertThat(read(server, "jobcenter-10100", "0607809006")).isEqualTo(200);
    }
  }

  @Test
  void systemAlleBorgereInAnyRow() {
    for (String row : new String[] {"A-kasse", "JobCenter", "Kommune", "STAR"}) {
      try (TestServer server = start(Crosses.only(row, "System - alle borgere"))) {
        assertThat(read(server, "system-1", "0607809006")).isEqualTo(200);
        assertThat(server.as("system-1").byMobile("20120002").send().borgerer()).hasSize(2);
        assertThat(read(server, "star", "0607809006")).isEqualTo(NEVER);
        assertThat(read(server, "akasse-12", "0607809006")).isEqualTo(NEVER);
      }
    }
  }

  @Test
  void aCrossMovesOneOperationAlone() {
    Consumer<ObjectNode> change =
        Crosses.removeFrom(Operation.CODE.id(), "A-kasse")
            .andThen(Crosses.addTo(Operation.BY_MOBILE.id(), "A-kasse", "Alle borgere"));
    try (TestServer server = start(change)) {
      Caller akasse = server.as("akasse-11");

      for (Operation operation : Operation.values()) {
        Answer answer = operation.call(akasse, "0107809001").send();

        assertThat(answer.outcome() == NEVER).isEqualTo(operation == Operation.CODE);
      }
      assertThat(akasse.byMobile("20120009").send().borgerer()).containsExactly("0907809009");
      assertThat(akasse.read("0907809009").send().outcome()).isEqualTo(NO);
      assertThat(server.as("kommune-101").byMobile("20120009").send().borgerer()).isEmpty();
    }
  }

  private static TestServer start(Consumer<ObjectNode> contract) {
    return TestServer.with().contract(contract).start();
  }

  private static LocalDate day(Register register, int days) {
    return register.today().plusDays(days);
  }

  private static int read(TestServer server, String client, String cpr) {
    return server.as(client).read(cpr).send().outcome();
  }

  private static int actor(TestServer server, String cpr) {
    Call call = server.as("andenaktoer-10000001").read(cpr).onBehalfOf("8", "10100");
    return call.send().outcome();
  }
}
