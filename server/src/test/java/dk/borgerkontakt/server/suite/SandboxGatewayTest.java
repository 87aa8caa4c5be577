package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import dk.borgerkontakt.server.testing.TestSmsGateway;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A sandbox with an SMS gateway sends to those on its list, and writes all else to its folder. */
class SandboxGatewayTest {

  private static final String LISTED = "+4526555555";
  private static final String PERSONA = "0207809002";
  private static final String PERSONAS_MOBILE = "+4520120002";

  @AutoClose private static final TestSmsGateway sms = TestSmsGateway.start();

  @AutoClose
  private static final TestServer server =
      TestServer.with()
          .settings(sms.settings())
          .setting("borgerkontakt.messages.sandbox-recipients", LISTED)
          .start();

  private final Caller akasse = server.as("akasse-11");

  @Test
  void sendsToTheListAloneAndWritesAllElse() {
    String citizen = server.register().newCitizen();
    String other = server.register().newCitizen();
    String mobile = Register.freeMobile();
    akasse.create(citizen, 1, LISTED).send();
    akasse.create(other, 1, mobile).send();

    akasse.code(citizen, 1).send();
    String text = Await.until("an SMS", () -> sms.delivered(LISTED).stream().findFirst()).tekst();
    assertThat(akasse.code(other, 1).send().status()).isEqualTo(202);
    assertThat(akasse.code(PERSONA, 1).send().status()).isEqualTo(202);

    assertThat(server.outbox().nextCode(mobile)).hasSize(6);
    assertThat(server.outbox().nextCode(PERSONAS_MOBILE)).hasSize(6);
    assertThat(server.outbox().messages(LISTED)).isEmpty();
    assertThat(sms.delivered()).hasSize(1);
    assertThat(akasse.verify(citizen, 1, text.replaceAll("\\D*(\\d{6}).*", "$1")).send().status())
        .isEqualTo(204);
  }

  @Test
  void doesNotStartWhenOneOfItsCitizensIsOnTheList() {
    ConfigurationException refused =
        catchThrowableOfType(
            ConfigurationException.class,
            () ->
                TestServer.with()
                    .settings(sms.settings())
                    .setting(
                        "borgerkontakt.messages.sandbox-recipients", LISTED + "," + PERSONAS_MOBILE)
                    .start());

    assertThat(refused.faults())
        .singleElement()
        .asString()
        .startsWith("borgerkontakt.messages.sandbox-recipients has " + PERSONAS_MOBILE);
  }
}
