package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A code is for one citizen, one type and one address. */
class CodeBindingTest extends CodeScenario {

  @AutoClose private static final TestServer server = TestServer.start();

  CodeBindingTest() {
    super(server);
  }

  @Test
  void aCodeIsForItsTypeAlone() {
    String forMobile = newCode(1);
    String forEmail = newCode(3);

    if (!forMobile.equals(forEmail)) {
      assertThat(verify(3, forMobile)).isEqualTo(90001);
    }
    assertThat(verify(1, forMobile)).isEqualTo(204);
    assertThat(verify(3, forEmail)).isEqualTo(204);
  }

  @Test
  void aCodeIsForItsCitizenAlone() {
    String code = newCode(1);
    String other = server.register().newCitizen();
    String othersMobile = Register.freeMobile();
    akasse.create(other, 1, othersMobile).send();
    akasse.code(other, 1).send();
    String othersCode = server.outbox().nextCode(othersMobile);

    if (!code.equals(othersCode)) {
      assertThat(akasse.verify(other, 1, code).send().outcome()).isEqualTo(90001);
    }
    assertThat(verify(1, code)).isEqualTo(204);
  }

  @Test
  void aCodeDiesWithItsAddress() {
    String code = newCode(1);

    akasse.create(citizen, 1, Register.freeMobile()).send();
    assertThat(verify(1, code)).isEqualTo(90001);

    akasse.create(citizen, 1, mobile).send();
    assertThat(verify(1, code)).isEqualTo(90001);
  }

  @Test
  void aCodeDiesWhenItsAddressIsDeleted() {
    String code = newCode(1);

    akasse.create(citizen, 1, null).send();
    akasse.create(citizen, 1, mobile).send();

    assertThat(verify(1, code)).isEqualTo(90001);
  }

  @Test
  void aCodeSurvivesWhatDoesNotChangeItsAddress() {
    String code = newCode(1);

    akasse.create(citizen, 1, mobile, 3, email).send();
    akasse.status(citizen, 1, 3).send();

    assertThat(verify(1, code)).isEqualTo(204);
    assertThat(status(1)).isEqualTo(2);
  }

  /** An import may change an address behind the service's back. */
  @Test
  void aCodeIsForItsAddressWhoeverChangesIt() {
    String code = newCode(1);

    server
        .register()
        .run(
            "update kontaktinformation set kontaktdata = '+4520129999' where kontaktdata = ?",
            mobile);

    assertThat(verify(1, code)).isEqualTo(90001);
  }
}
