package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a verified address is told when it is replaced or removed. */
class ChangeNoticeTest {

  private static final int VERIFIED = 2;

  @AutoClose private static final TestServer server = TestServer.start();

  private final Caller akasse = server.as("akasse-11");
  private final String citizen = server.register().newCitizen();
  private final String mobile = Register.freeMobile();
  private final String email = Register.freeEmail();
  private int before;

  @BeforeEach
  void everythingIsVerified() {
    akasse.create(citizen, 1, mobile, 2, "33120003", 3, email).send();
    for (int type = 1; type <= 3; type++) {
      akasse.status(citizen, type, VERIFIED).send();
    }
    before = messages(server);
  }

  @Test
  void isSentToANumberThatIsReplaced() {
    String other = Register.freeMobile();

    assertThat(akasse.create(citizen, 1, other).send().status()).isEqualTo(204);

    JsonNode notice = server.outbox().nextMessage(mobile);
    assertThat(notice.path("kanal").textValue()).isEqualTo("SMS");
    assertThat(notice.path("tekst").textValue())
        .startsWith("Dit mobilnummer hos a-kasse, jobcenter og kommune er ændret eller slettet.")
        .doesNotContain(mobile.substring(3), other.substring(3))
        .doesNotContainPattern("[0-9]");
    assertThat(server.outbox().messages(other)).isEmpty();
    assertThat(messages(server)).isEqualTo(before + 1);
  }

  @Test
  void isSentToAnAddressThatIsRemoved() {
    akasse.create(citizen, 3, null).send();

    JsonNode notice = server.outbox().nextMessage(email);
    assertThat(notice.path("kanal").textValue()).isEqualTo("MAIL");
    assertThat(notice.path("emne").textValue())
        .isEqualTo("Din mailadresse er ændret eller slettet");
    assertThat(notice.path("tekst").textValue()).doesNotContain("@");
    assertThat(messages(server)).isEqualTo(before + 1);
  }

  @Test
  void isSentToEachAddressOfARequest() {
    akasse.create(citizen, 1, null, 2, null, 3, Register.freeEmail()).send();

    server.outbox().nextMessage(mobile);
    server.outbox().nextMessage(email);
    assertThat(messages(server)).isEqualTo(before + 2);
  }

  @Test
  void isSentToTheSandboxsOwnCitizens() {
    server.as("star").create("0307809003", 1, null).send();

    assertThat(server.outbox().nextMessage("+4520120003").path("tekst").textValue())
        .contains("ændret eller slettet");
  }

  @ParameterizedTest
  @CsvSource({"1", "3"})
  void isNotSentToAnAddressThatIsNotVerified(int type) {
    akasse.status(citizen, type, 1).send();
    akasse.create(citizen, type, null).send();

    akasse.create(citizen, 1, mobile, 3, email).send();
    akasse.status(citizen, type, 3).send();
    akasse.create(citizen, type, null).send();

    assertThat(messages(server)).isEqualTo(before);
  }

  /** The status alone makes an address verified, so that a client could send without end. */
  @Test
  void isSentToAnAddressOnceADay() {
    akasse.create(citizen, 1, null).send();
    String other = server.register().newCitizen();
    for (String again : List.of(citizen, other)) {
      akasse.create(again, 1, mobile).send();
      akasse.status(again, 1, VERIFIED).send();
      assertThat(akasse.create(again, 1, null).send().status()).isEqualTo(204);
    }
    assertThat(messages(server)).isEqualTo(before + 1);

    server.clock().advance(Duration.ofHours(24));
    akasse.create(citizen, 1, mobile).send();
    akasse.status(citizen, 1, VERIFIED).send();
    akasse.create(citizen, 1, null).send();

    assertThat(messages(server)).isEqualTo(before + 2);
  }

  @Test
  void isNotSentToALandline() {
    akasse.create(citizen, 2, "33120004").send();
    akasse.create(citizen, 2, null).send();

    assertThat(messages(server)).isEqualTo(before);
  }

  @Test
  void isNotSentWhereNothingChanges() {
    akasse.create(citizen, 1, mobile.substring(3), 3, email).send();
    akasse.status(citizen, 1, 3).send();
    akasse.status(citizen, 3, 1).send();

    assertThat(messages(server)).isEqualTo(before);
  }

  @Test
  void isNotSentForARequestThatIsRefused() {
    akasse.create(citizen, 1, null, 3, "ingen").send();
    akasse.create("2902009011", 1, null).requestId("brugt-" + citizen).send();
    akasse.create(citizen, 1, null).requestId("brugt-" + citizen).send();

    assertThat(messages(server)).isEqualTo(before);
  }

  @Test
  void isNotSentForAChangeThatIsRolledBack() {
    server.register().run("alter table audit rename to audit_vaek");
    int outcome = akasse.create(citizen, 1, null).send().outcome();
    server.register().run("alter table audit_vaek rename to audit");

    assertThat(outcome).isEqualTo(90009);
    assertThat(messages(server)).isEqualTo(before);
  }

  @Test
  void isNotSentToACountryThatNoCodesAreSentTo() {
    akasse.create(citizen, 1, "+46701740605").send();
    akasse.status(citizen, 1, VERIFIED).send();
    int sent = messages(server);

    akasse.create(citizen, 1, null).send();

    assertThat(messages(server)).isEqualTo(sent);
  }

  @Test
  void isNotSentWhenTheOperatorSaysSo() {
    try (TestServer silent =
        TestServer.with().setting("borgerkontakt.messages.notice-of-change", "false").start()) {
      silent.as("star").create("0307809003", 1, null, 3, null).send();

      assertThat(messages(silent)).isZero();
    }
  }

  @Test
  void isInTheConfiguredLanguage() {
    try (TestServer english =
        TestServer.with().setting("borgerkontakt.messages.language", "en").start()) {
      english.as("star").create("0307809003", 3, "ny@example.dk").send();

      assertThat(english.outbox().nextMessage("borger3@example.dk").path("emne").textValue())
          .isEqualTo("Your email address was changed or deleted");
    }
  }

  /** All that were ever handed over: a notice is, in the transaction of the change, or never. */
  private static int messages(TestServer where) {
    return where.register().rows("select id from outbox").size();
  }
}
