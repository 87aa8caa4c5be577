package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.server.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One code from its birth to its end. The clock moves, but only ever on. */
class CodeTest extends CodeScenario {

  @AutoClose private static final TestServer server = TestServer.start();

  CodeTest() {
    super(server);
  }

  @ParameterizedTest
  @CsvSource({"1, PT5M", "3, PT10M"})
  void aCodeLivesItsTimeAndNotASecondMore(int type, Duration lifetime) {
    String code = newCode(type);
    server.clock().advance(lifetime.minusSeconds(1));
    assertThat(verify(type, Codes.wrong(code))).isEqualTo(90001);
    assertThat(verify(type, code)).isEqualTo(204);

    akasse.status(citizen, type, 1).send();
    String second = newCode(type);
    server.clock().advance(lifetime);
    assertThat(verify(type, second)).isEqualTo(90001);
    assertThat(status(type)).isEqualTo(1);
  }

  @Test
  void aMessageSaysWhatItIs() {
    newCode(1);
    newCode(3);

    JsonNode sms = server.outbox().messages(mobile).get(0);
    JsonNode mail = server.outbox().messages(email).get(0);

    assertThat(sms.path("kanal").textValue()).isEqualTo("SMS");
    assertThat(sms.has("emne")).isFalse();
    assertThat(mail.path("kanal").textValue()).isEqualTo("MAIL");
    assertThat(mail.path("emne").textValue()).isNotBlank();
    assertThat(Instant.parse(sms.path("oprettet").textValue())).isEqualTo(server.clock().instant());
    assertThat(sms.path("id").textValue()).matches("[0-9a-f-]{36}");
    assertThat(server.dataDir().resolve("outbox/" + sms.path("id").textValue() + ".json")).exists();
    assertThat(sms.toString() + mail).doesNotContain(citizen);
  }

  @Test
  void aCodeIsUsedOnce() {
    String code = newCode(1);
    assertThat(verify(1, code)).isEqualTo(204);
    assertThat(verify(1, code)).isEqualTo(9247);

    akasse.status(citizen, 1, 1).send();

    assertThat(verify(1, code)).isEqualTo(90001);
  }

  @Test
  void whoNeverAskedHasNoCode() {
    akasse.create(citizen, 1, mobile, 3, email).send();

    assertThat(verify(1, "000000")).isEqualTo(90001);
    assertThat(verify(3, "123456")).isEqualTo(90001);
  }

  @Test
  void aWrongCodeIsNamedByItsPlace() {
    akasse.create(citizen, 1, mobile).send();

    assertThat(akasse.verify(citizen, 1, "000000").send().faults())
        .containsExactly("/verifikationskode 90001");
  }

  @Test
  void aNewCodeReplacesTheOld() {
    String first = newCode(1);
    server.clock().advance(Duration.ofSeconds(60));
    String second = askAgain(1);

    if (!first.equals(second)) {
      assertThat(verify(1, first)).isEqualTo(90001);
    }
    assertThat(verify(1, second)).isEqualTo(204);
  }

  @Test
  void aReplacedCodeDoesNotComeBack() {
    String first = newCode(1);
    server.clock().advance(Duration.ofSeconds(60));
    String second = askAgain(1);
    assertThat(verify(1, second)).isEqualTo(204);

    akasse.status(citizen, 1, 1).send();

    assertThat(verify(1, first)).isEqualTo(90001);
  }

  @Test
  void whatIsUgyldigCanBeVerified() {
    akasse.create(citizen, 1, mobile).send();
    akasse.status(citizen, 1, 3).send();

    assertThat(verify(1, newCode(1))).isEqualTo(204);
    assertThat(status(1)).isEqualTo(2);
  }

  @Test
  void aLandlineCanNotBeVerified() {
    akasse.create(citizen, 2, "33120003").send();

    assertThat(akasse.code(citizen, 2).send().outcome()).isEqualTo(9240);
    assertThat(verify(2, "123456")).isEqualTo(9240);
  }

  @Test
  void oneRightCodeAtOnceManyTimesVerifiesOnce() {
    String code = newCode(1);

    List<Integer> outcomes =
        AtOnce.run(Collections.nCopies(5, (Callable<Integer>) () -> verify(1, code)));

    assertThat(outcomes).containsOnlyOnce(204);
    assertThat(outcomes).allMatch(outcome -> List.of(204, 9247, 90001, 90002).contains(outcome));
  }

  @Test
  void noCodeIsInTheDatabaseOrAnAnswerOrAFileOfTheDataFolder() throws IOException {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      server.clock().advance(Duration.ofMinutes(2));
      codes.add(newCode(3));
    }
    String address = email.substring(0, email.indexOf('@'));

    String stored =
        server
            .register()
            .dump(
                "select kode_hmac from verifikationskode",
                "select indhold from outbox",
                "select adresse_hmac from kontaktpause");

    assertThat(stored).doesNotContain(codes).doesNotContain(address);
    try (Stream<Path> files = Files.walk(server.dataDir())) {
      assertThat(files.filter(file -> file.toString().endsWith(".trace.db"))).isEmpty();
    }
  }
}
