package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The countries whose numbers codes are sent to. */
class CountryTest {

  private static final String SWEDISH = "+46701740601";

  @AutoClose private static final TestServer server = TestServer.start();

  private final Caller akasse = server.as("akasse-11");
  private final String citizen = server.register().newCitizen();

  @Test
  void aForeignNumberIsRegisteredAndGetsNoCode() {
    assertThat(akasse.create(citizen, 1, "+46 70 174 06 01").send().status()).isEqualTo(204);

    Answer refused = akasse.code(citizen, 1).send();

    assertThat(refused.outcome()).isEqualTo(9240);
    assertThat(refused.faults()).containsExactly("/kontaktdataType 9240");
    assertThat(akasse.read(citizen).send().kontaktinformation())
        .containsExactly("1 " + SWEDISH + " 1");
    assertThat(server.outbox().messages(SWEDISH)).isEmpty();
  }

  @Test
  void whoIsVerifiedAlreadyIsToldSo() {
    akasse.create(citizen, 1, SWEDISH).send();
    akasse.status(citizen, 1, 2).send();

    assertThat(akasse.code(citizen, 1).send().outcome()).isEqualTo(9247);
    assertThat(akasse.code(citizen, 3).send().outcome()).isEqualTo(9242);
  }

  @Test
  void theRefusalUsesUpNothing() {
    akasse.create(citizen, 1, SWEDISH).send();
    for (int i = 0; i < 10; i++) {
      assertThat(akasse.code(citizen, 1).requestId(citizen).send().outcome()).isEqualTo(9240);
    }
    akasse.create(citizen, 1, Register.freeMobile()).send();

    assertThat(akasse.code(citizen, 1).requestId(citizen).send().status()).isEqualTo(202);
  }

  @Test
  void otherCountriesAreConfigured() {
    try (TestServer nordic =
        TestServer.with()
            .setting("borgerkontakt.sms.country-codes", "45,46")
            .setting("borgerkontakt.sms.prefix-budgets", "45=100,46=1")
            .start()) {
      Caller caller = nordic.as("akasse-11");
      caller.create("0107809001", 1, SWEDISH).send();

      assertThat(caller.code("0107809001", 1).send().status()).isEqualTo(202);
      String code = nordic.outbox().nextCode(SWEDISH);
      assertThat(caller.verify("0107809001", 1, code).send().status()).isEqualTo(204);
      caller.create("0107809001", 1, "+4740612345").send();
      assertThat(caller.code("0107809001", 1).send().outcome()).isEqualTo(9240);
    }
  }
}
