package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.RawConnection;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is sent to find out what breaks: none of it is a fault of the service, and none holds others
 * up.
 */
class AbuseTest {

  private static final String CITIZEN = "0207809002";

  @AutoClose private static final TestServer server = TestServer.start();

  private final Caller star = server.as("star");

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "1e999999999", "[1e400]"})
  void aNumberBeyondAllMachinesIsNoInteger(String number) {
    Answer answer =
        star.post(Caller.CODE, "{\"kontaktdataType\":" + number + "}")
            .cpr(CITIZEN)
            .illFormed()
            .send();

    assertThat(answer.outcome()).isEqualTo(1014);
  }

  @Test
  void halfAMillionFaultsAreToldInPart() {
    String items = "1,".repeat(500_000) + "1";
    String body = "{\"kontaktinformationer\":{\"kontaktinformation\":[" + items + "]}}";

    Answer answer = star.post(Caller.PATH, body).cpr(CITIZEN).illFormed().send();

    assertThat(answer.outcome()).isEqualTo(1014);
    assertThat(answer.faults()).hasSize(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"///", "x;;;q=y/", "application/json;q=9"})
  void anAcceptThatCantBeReadIs406OrIgnored(String accept) {
    Answer answer = star.read(CITIZEN).header("Accept", accept).illFormed().send();

    assertThat(answer.outcome()).isIn(90010, 200);
  }

  @Test
  void aReadIsAnsweredInJsonOrNotAtAll() {
    Answer answer =
        star.read(CITIZEN).header("Accept", "application/problem+json").illFormed().send();

    assertThat(answer.outcome()).isEqualTo(90010);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/%zz", "/v1/{x}", "/v1/a\"b", "/v1/x?a=%"})
  void whatIsNoAddressIs400AndClosed(String address) {
    assertThat(statusOf("GET " + address + " HTTP/1.1\r\nHost: x\r\n\r\n")).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: a b",
        "Host: x\r\nTransfer-Encoding: xchunked",
        "Host: x\r\nTransfer-Encoding : chunked",
        "Host: x\r\nx-userIdentifier: a\u0000b"
      })
  void whatIsNoHeaderIs400(String headers) {
    assertThat(statusOf("GET /openapi.yaml HTTP/1.1\r\n" + headers + "\r\n\r\n")).isEqualTo(400);
  }

  @Test
  void slowBodiesKeepNobodyWaiting() {
    List<RawConnection> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 60; i++) {
        RawConnection connection = server.connect();
        connection.write(
            "POST /v1/kontaktinformation HTTP/1.1\r\nHost: x\r\n"
                + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
        slow.add(connection);
      }
      long begin = System.nanoTime();

      assertThat(star.read(CITIZEN).send().status()).isEqualTo(200);

      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    } finally {
      slow.forEach(RawConnection::close);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@[127.0.0.1]", "\\\"\\u0000\\\"@example.dk", "\\ud800@example.dk"})
  void noMailboxIsNoAddress(String address) {
    String body =
        "{\"kontaktinformationer\":{\"kontaktinformation\":[{\"kontaktdataType\":3,"
            + "\"kontaktdata\":\""
            + address
            + "\"}]}}";

    assertThat(star.post(Caller.PATH, body).cpr(CITIZEN).illFormed().send().outcome())
        .isEqualTo(9158);
  }

  @Test
  void thePauseBetweenCodesDoesNotLookAtCase() {
    Caller akasse = server.as("akasse-11");
    String address = Register.freeEmail();
    String one = server.register().newCitizen();
    String other = server.register().newCitizen();
    akasse.create(one, 3, address).send();
    akasse
        .create(other, 3, address.substring(0, 1).toUpperCase(Locale.ROOT) + address.substring(1))
        .send();
    assertThat(akasse.code(one, 3).send().status()).isEqualTo(202);

    assertThat(akasse.code(other, 3).send().outcome()).isEqualTo(90002);
  }

  private static int statusOf(String message) {
    try (RawConnection connection = server.connect()) {
      connection.write(message);
      return connection.read("GET").status();
    }
  }
}
