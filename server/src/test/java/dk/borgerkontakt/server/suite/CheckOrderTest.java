package dk.borgerkontakt.server.suite;

import static dk.borgerkontakt.server.testing.Register.A_KASSE;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Bodies;
import dk.borgerkontakt.server.testing.Call;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * The checks run in one order, and the first that fails answers: each test breaks two neighbours
 * and expects the earlier. What each check answers alone is tested elsewhere.
 */
class CheckOrderTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private static final String NO_DATE = "3202809001";
  private static final String TOO_LARGE = " ".repeat((1 << 20) + 1);

  private final Caller akasse = server.as("akasse-11");
  private final Register register = server.register();
  private final String citizen = register.newCitizen();

  @Test
  void sizeComesBeforeMediaType() {
    Call call =
        akasse.call("POST", Caller.PATH).body("text/xml", BodyPublishers.ofString(TOO_LARGE));

    assertThat(answer(call.cpr(citizen))).isEqualTo(90007);
  }

  @Test
  void sizeComesBeforeToken() {
    assertThat(answer(akasse.post(Caller.PATH, TOO_LARGE).token("ingen").cpr(citizen)))
        .isEqualTo(90007);
  }

  @Test
  void mediaTypeComesBeforeAnswerFormat() {
    Call call = akasse.call("POST", Caller.PATH).body("text/xml", BodyPublishers.ofString("<x/>"));

    assertThat(answer(call.header("Accept", "image/png").cpr(citizen))).isEqualTo(90006);
  }

  @Test
  void mediaTypeComesBeforeToken() {
    Call call = akasse.call("POST", Caller.PATH).body("text/xml", BodyPublishers.ofString("<x/>"));

    assertThat(answer(call.token("ingen").cpr(citizen))).isEqualTo(90006);
  }

  @Test
  void answerFormatComesBeforeToken() {
    assertThat(answer(akasse.read(citizen).header("Accept", "image/png").token("ingen")))
        .isEqualTo(90010);
  }

  @Test
  void tokenComesBeforeEverythingAfterIt() {
    assertThat(answer(akasse.post(Caller.CODE, "{").token("ingen").cpr(NO_DATE))).isEqualTo(1012);
  }

  @Test
  void scopeComesBeforeCprNumber() {
    Caller reader = server.as("laeser-akasse-11");

    assertThat(answer(reader.post(Caller.CODE, "{").cpr(NO_DATE))).isEqualTo(1013);
  }

  @Test
  void theOrganisationsCodeComesBeforeCprNumber() {
    assertThat(answer(server.as("akasse-99").read(NO_DATE))).isEqualTo(4985);
    assertThat(answer(server.as("jobcenter-99999").post(Caller.CODE, "{").cpr(NO_DATE)))
        .isEqualTo(4986);
  }

  @Test
  void theOrganisationsCodeComesBeforeItsCrosses() {
    try (TestServer closed = TestServer.with().contract(Crosses::removeAll).start()) {
      assertThat(answer(closed.as("akasse-99").read("0107809001"))).isEqualTo(4985);
      assertThat(answer(closed.as("jobcenter-99999").read("0107809001"))).isEqualTo(4986);
      assertThat(answer(closed.as("akasse-11").read("0107809001"))).isEqualTo(1013);
      assertThat(answer(closed.as("akasse-11").read(NO_DATE))).isEqualTo(1013);
      assertThat(answer(closed.as("andenaktoer-10000001").read(NO_DATE))).isEqualTo(1014);
    }
  }

  @Test
  void anotherActorsJobCentreComesBeforeCprNumber() {
    Caller actor = server.as("andenaktoer-10000001");

    assertThat(answer(actor.read(NO_DATE))).isEqualTo(1014);
    assertThat(answer(actor.read(NO_DATE).onBehalfOf("8", "99999"))).isEqualTo(4986);
    assertThat(answer(actor.read(NO_DATE).onBehalfOf("8", "10200"))).isEqualTo(1013);
    assertThat(answer(actor.read(NO_DATE).onBehalfOf("8", "10100"))).isEqualTo(1001);
  }

  @Test
  void cprNumberComesBeforeMessage() {
    Answer answer = akasse.post(Caller.CODE, "{").cpr(NO_DATE).illFormed().send();

    assertThat(answer.outcome()).isEqualTo(1001);
    assertThat(answer.faults())
        .containsExactlyInAnyOrder("x-civilregistrationIdentifier 1001", " 1014");
  }

  @Test
  void messageComesBeforeCodeLists() {
    String body = "{\"kontaktdataType\":9,\"kontaktdatastatus\":\"9\"}";

    assertThat(answer(akasse.post(Caller.STATUS, body).cpr(citizen))).isEqualTo(1014);
    assertThat(answer(akasse.post(Caller.STATUS, Bodies.status(9, 9)).cpr(citizen)))
        .isEqualTo(9153);
  }

  @Test
  void formComesBeforeTheCitizenIsLookedFor() {
    String unknown = Register.freeCpr();

    assertThat(answer(akasse.post(Caller.CODE, "{").cpr(unknown))).isEqualTo(1014);
    assertThat(answer(akasse.code(unknown, 9))).isEqualTo(9153);
    assertThat(answer(akasse.status(unknown, 1, 9))).isEqualTo(9193);
    assertThat(answer(akasse.create(unknown, 1, "12"))).isEqualTo(1010);
  }

  @Test
  void accessComesBeforeDeath() {
    String strange = register.newStranger();
    register.dies(strange);

    assertThat(answer(akasse.create(strange, 1, "20120002"))).isEqualTo(4575);
  }

  @Test
  void accessComesBeforeTheOperationsOwnRules() {
    String strange = register.newStranger();

    assertThat(answer(akasse.create(strange, 1, "12"))).isEqualTo(4575);
    assertThat(answer(akasse.read(strange))).isEqualTo(4575);
    assertThat(answer(akasse.code(strange, 2))).isEqualTo(4575);
  }

  @Test
  void deathComesBeforeRequestId() {
    String used = used("death");
    register.dies(citizen);

    assertThat(answer(akasse.create(citizen, 1, "20120002").requestId(used))).isEqualTo(4405);
  }

  @Test
  void accessComesBeforeRequestId() {
    String used = used("access");

    assertThat(answer(akasse.create(register.newStranger(), 1, null).requestId(used)))
        .isEqualTo(4575);
  }

  @Test
  void requestIdComesBeforeTheOperationsOwnRules() {
    String used = used("rules");

    assertThat(answer(akasse.create(citizen, 1, "12").requestId(used))).isEqualTo(90003);
    assertThat(answer(akasse.status(citizen, 3, 2).requestId(used))).isEqualTo(90003);
    assertThat(answer(akasse.code(citizen, 2).requestId(used))).isEqualTo(90003);
    assertThat(answer(akasse.verify(citizen, 2, "123456").requestId(used))).isEqualTo(90003);
  }

  @Test
  void theOwnRulesOfCreate() {
    akasse.create(citizen, 3, "borger@example.dk").send();
    register.subscribe(citizen, "MAIL");

    assertThat(answer(akasse.create(citizen, 1, "12", 3, null))).isEqualTo(9155);
    assertThat(answer(akasse.create(citizen, 3, "ingen", 2, "12", 1, "12"))).isEqualTo(9156);
    assertThat(answer(akasse.create(citizen, 3, "ingen", 2, "12"))).isEqualTo(9157);
  }

  @Test
  void theOwnRulesOfVerification() {
    assertThat(answer(akasse.code(citizen, 2))).isEqualTo(9240);
    assertThat(answer(akasse.verify(citizen, 2, "123456"))).isEqualTo(9240);
    assertThat(answer(akasse.code(citizen, 1))).isEqualTo(9159);
    assertThat(answer(akasse.verify(citizen, 1, "123456"))).isEqualTo(9159);

    akasse.create(citizen, 3, Register.freeEmail()).send();
    assertThat(answer(akasse.code(citizen, 2))).isEqualTo(9240);
    assertThat(answer(akasse.code(citizen, 1))).isEqualTo(9242);
    assertThat(answer(akasse.verify(citizen, 1, "123456"))).isEqualTo(9242);
  }

  @Test
  void verifiedAlreadyComesBeforeTheLimits() {
    akasse.create(citizen, 3, Register.freeEmail()).send();
    akasse.code(citizen, 3).send();
    assertThat(answer(akasse.code(citizen, 3))).isEqualTo(90002);

    akasse.status(citizen, 3, 2).send();

    assertThat(answer(akasse.code(citizen, 3))).isEqualTo(9247);
    assertThat(answer(akasse.verify(citizen, 3, "123456"))).isEqualTo(9247);
  }

  @Test
  void aLookUpJudgesTheOrganisationBeforeTheNumber() {
    register.attach(register.newStranger(), A_KASSE, "99", register.today(), null);

    assertThat(answer(server.as("akasse-99").byMobile("abc"))).isEqualTo(4985);
    assertThat(answer(server.as("andenaktoer-10000001").byEmail("abc"))).isEqualTo(1014);
  }

  private String used(String id) {
    assertThat(answer(akasse.create(register.newCitizen(), 1, null).requestId(id))).isEqualTo(204);
    return id;
  }

  private static int answer(Call call) {
    return call.illFormed().send().outcome();
  }
}
