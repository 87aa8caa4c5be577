package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Call;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Operation;
import dk.borgerkontakt.server.testing.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The technical log tells what happened, but nothing of anybody, at any level. */
class LogTest {

  private static final String CITIZEN = "0207809002";
  private static final String MOBILE = "+4520120002";
  private static final String EMAIL = "borger2@example.dk";
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @TempDir private Path folder;

  private final List<String> secrets = new ArrayList<>();

  @Test
  void aRunAtTheLowestLevelTellsNothingPersonal() {
    ServerProcess server = new ServerProcess(folder, "borgerkontakt.log.level=TRACE");
    try (server) {
      mainJob(server);
      refusals(server);
      syntax(server);
    }
    String log = server.output();

    assertThat(log)
        .contains("/v1/kontaktinformation/mobiltelefon/{mobiltelefon}")
        .contains(TRACE)
        .contains("akasse-11");
    for (String secret : secrets) {
      assertThat(log).as("a secret of %d letters", secret.length()).doesNotContain(secret);
    }
    assertThat(log)
        .doesNotContain("eyJ")
        .doesNotContain("20120002")
        .doesNotContainPattern("\\b\\d{10}\\b");
  }

  @Test
  void noFileBesideTheDatabaseHoldsAnythingPersonal() throws IOException {
    try (ServerProcess server = new ServerProcess(folder, "borgerkontakt.log.level=TRACE")) {
      mainJob(server);
      server.close();
      try (Stream<Path> files = Files.walk(server.dataDir())) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          boolean isMeantTo =
              file.toString().contains("outbox") || file.toString().endsWith("mv.db");
          if (!isMeantTo) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(secrets).as(file.toString()).noneMatch(text::contains);
          }
        }
      }
    }
  }

  private void mainJob(ServerProcess server) {
    Caller akasse = server.as("akasse-11");
    secrets.addAll(
        List.of(CITIZEN, MOBILE, EMAIL, "sagsbehandler-4711", server.token("akasse-11")));
    akasse.read(CITIZEN).header("x-userIdentifier", "sagsbehandler-4711").send();
    assertThat(akasse.code(CITIZEN, 1).send().status()).isEqualTo(202);
    String code = server.outbox().nextCode(MOBILE);
    secrets.add(" " + code);
    secrets.add(Codes.wrong(code));
    akasse.verify(CITIZEN, 1, Codes.wrong(code)).send();
    assertThat(akasse.verify(CITIZEN, 1, code).send().status()).isEqualTo(204);
    akasse.code(CITIZEN, 3).send();
    secrets.add(" " + server.outbox().nextCode(EMAIL));
    akasse.create(CITIZEN, 2, "33 99 88 77", 3, "Hemmelig@example.org").send();
    secrets.addAll(List.of("33 99 88 77", "33998877", "emmelig@"));
    akasse.byMobile(MOBILE).send();
    akasse.byEmail("hemmelig@example.org").send();
  }

  private void refusals(ServerProcess server) {
    for (String client : List.of("star", "akasse-99", "akasse-12", "andenaktoer-10000001")) {
      for (Operation operation : Operation.values()) {
        operation
            .call(server.as(client), CITIZEN)
            .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
            .send();
      }
    }
    Caller star = server.as("star");
    secrets.addAll(List.of("3202809001", "eyJoZW1tZWxpZyI6MX0", "ukendt-sti-4711", "%3Ehemmelig"));
    illFormed(star.read("3202809001"));
    illFormed(star.read(CITIZEN).token("eyJoZW1tZWxpZyI6MX0.e30.x"));
    illFormed(star.byMobile("12345"));
    illFormed(star.byEmail("ukendt-sti-4711"));
    illFormed(star.get("/v1/ukendt-sti-4711/" + CITIZEN));
    illFormed(star.get("/" + CITIZEN + "?mobil=20120002"));
    illFormed(star.call("X" + CITIZEN, Caller.PATH));
    illFormed(star.call("PUT", Caller.MOBILE + "20120002"));
    illFormed(star.read("0000000000").header("traceparent", "00-" + CITIZEN));
    illFormed(star.read(CITIZEN).header("Accept", "text/" + CITIZEN));
    illFormed(star.create(CITIZEN, 1, "20120002").requestId("x".repeat(50) + CITIZEN));
  }

  private void syntax(ServerProcess server) {
    Caller star = server.as("star");
    for (String body :
        List.of(
            "{\"kontaktdataType\":\"" + EMAIL + "\"}",
            "{\"" + EMAIL + "\":1,\"" + EMAIL + "\":2}",
            EMAIL,
            "{\"verifikationskode\":\"20120002\",\"kontaktdataType\":1}",
            "{\"verifikationskode\":20120002,\"kontaktdataType\":1} " + CITIZEN)) {
      for (String path : List.of(Caller.PATH, Caller.STATUS, Caller.CODE, Caller.VERIFY)) {
        illFormed(star.post(path, body).cpr(CITIZEN));
      }
    }
  }

  private static void illFormed(Call call) {
    assertThat(call.illFormed().send().status()).isGreaterThanOrEqualTo(400);
  }
}
