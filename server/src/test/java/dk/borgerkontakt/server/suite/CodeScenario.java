package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;

/**
 * A citizen with a mobile and an address of its own, and an a-kasse that has codes sent to them.
 */
class CodeScenario {

  final Caller akasse;
  final String citizen;
  final String mobile = Register.freeMobile();
  final String email = Register.freeEmail();
  private final TestServer server;

  CodeScenario(TestServer server) {
    this.server = server;
    this.akasse = server.as("akasse-11");
    this.citizen = server.register().newCitizen();
  }

  String newCode(int type) {
    akasse.create(citizen, 1, mobile, 3, email).send();
    return askAgain(type);
  }

  String askAgain(int type) {
    assertThat(akasse.code(citizen, type).send().status()).isEqualTo(202);
    return server.outbox().nextCode(type == 1 ? mobile : email);
  }

  int verify(int type, String code) {
    return akasse.verify(citizen, type, code).send().outcome();
  }

  int status(int type) {
    return akasse.read(citizen).send().kontaktinformation().stream()
        .filter(element -> element.startsWith(type + " "))
        .mapToInt(element -> element.charAt(element.length() - 1) - '0')
        .findFirst()
        .orElseThrow();
  }
}
