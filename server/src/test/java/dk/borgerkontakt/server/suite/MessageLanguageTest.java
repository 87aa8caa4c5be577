package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.server.testing.Call;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language that a code's message is written in. */
class MessageLanguageTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private final String mobile = Register.freeMobile();
  private final String email = Register.freeEmail();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en                    | Your code is ",
        "en-GB, da;q=0.5       | Your code is ",
        "da, en;q=0.5          | Din kode er ",
        "da;q=0                | Your code is ",
        "*                     | Din kode er ",
        "de, 12:34, , -, ;q=1  | Din kode er "
      })
  void isTheOneThatTheRequestAsksFor(String header, String start) {
    assertThat(sms(server, header)).startsWith(start);
  }

  @Test
  void isThatOfAMailsSubjectToo() {
    Call ask = ask(server, 3).header("Accept-Language", "en");

    assertThat(ask.send().status()).isEqualTo(202);

    JsonNode mail = server.outbox().nextMessage(email);
    assertThat(mail.path("emne").textValue()).isEqualTo("Confirm your email address");
    assertThat(mail.path("tekst").textValue()).startsWith("Your code is ");
  }

  @Test
  void isTheConfiguredOneWhereNoneIsAskedFor() {
    assertThat(sms(server, null)).startsWith("Din kode er ");
    try (TestServer english =
        TestServer.with().setting("borgerkontakt.messages.language", "en").start()) {
      assertThat(sms(english, null)).startsWith("Your code is ");
      assertThat(sms(english, "fr")).startsWith("Your code is ");
    }
  }

  @Test
  void isAskedForOnceAndInFewWords() {
    assertThat(
            ask(server, 1).header("Accept-Language", "x".repeat(201)).illFormed().send().faults())
        .containsExactly("Accept-Language 1014");
    assertThat(
            ask(server, 1)
                .header("Accept-Language", "en")
                .header("Accept-Language", "da")
                .illFormed()
                .send()
                .outcome())
        .isEqualTo(1014);
  }

  private String sms(TestServer where, String header) {
    Call ask = ask(where, 1);
    if (header != null) {
      ask.header("Accept-Language", header);
    }
    assertThat(ask.send().status()).isEqualTo(202);
    String text = where.outbox().nextMessage(mobile).path("tekst").textValue();
    where.clock().advance(Duration.ofMinutes(2));
    return text;
  }

  private Call ask(TestServer where, int type) {
    Caller akasse = where.as("akasse-11");
    String citizen = where.register().newCitizen();
    akasse.create(citizen, 1, mobile, 3, email).send();
    return akasse.code(citizen, type);
  }
}
