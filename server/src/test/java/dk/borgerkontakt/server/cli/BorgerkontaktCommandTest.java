package dk.borgerkontakt.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BorgerkontaktCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"--help", "serve --help", "import --help", "audit --help"})
  void tellsHowItIsUsed(String args) {
    CommandRun run = CommandRun.of(args.split(" "));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .anyMatch(line -> line.contains("--config"))
        .anyMatch(line -> line.contains("-D"));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void tellsItsVersion() {
    CommandRun run = CommandRun.of("--version");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).singleElement().asString().startsWith("Borgerkontakt ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"unknown", "import", "audit", "serve extra", "--config", "audit --cpr x --from y"})
  void failsWhenItIsNotUsedThatWay(String args) {
    CommandRun run = CommandRun.of(args.split(" "));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("--help");
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "serve", "import x", "audit --cpr x"})
  void tellsEveryFaultOfTheConfigurationOnALineOfItsOwn(String command) {
    String args = (command + " -Dborgerkontakt.http.port=x -Dborgerkontakt.htp.port=1").strip();

    CommandRun run = CommandRun.of(args.split(" "));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).hasSize(2);
    assertThat(run.err().get(0)).startsWith("borgerkontakt.htp.port ");
    assertThat(run.err().get(1)).startsWith("borgerkontakt.http.port ");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void takesOptionsBeforeAndAfterTheCommand() throws IOException {
    Path config = Files.writeString(folder.resolve("config"), "borgerkontakt.http.port=file\n");
    Map<String, String> environment = Map.of("BORGERKONTAKT_MANAGEMENT_PORT", "environment");

    CommandRun run =
        CommandRun.with(
            environment,
            "-Dborgerkontakt.time-zone=before",
            "--config=" + config,
            "import",
            "-Dborgerkontakt.log.level=after",
            "x");

    assertThat(run.err())
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).contains("\"file\""),
            line -> assertThat(line).contains("\"environment\""),
            line -> assertThat(line).contains("\"before\""),
            line -> assertThat(line).contains("\"after\""));
  }

  @Test
  void tellsWhatThePlaceLacksBeforeItServes() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandRun run =
          CommandRun.of(
              "-Dborgerkontakt.http.port=" + taken.getLocalPort(),
              "-Dborgerkontakt.management.port=0",
              "-Dborgerkontakt.management.host=192.0.2.1",
              "-Dborgerkontakt.sandbox.allow-remote=true",
              "-Dborgerkontakt.data-dir=" + file.resolve("data"),
              "-Dborgerkontakt.keys.dir=" + folder.resolve("keys"));

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err())
          .satisfiesExactly(
              line -> assertThat(line).contains("borgerkontakt.data-dir"),
              line ->
                  assertThat(line)
                      .contains("Port " + taken.getLocalPort())
                      .contains("is taken already")
                      .contains("borgerkontakt.http.port"),
              line -> assertThat(line).contains("borgerkontakt.management.host"));
    }
  }

  @Test
  void tellsWhatMessagesLackWithTheRestAndOpensNoDatabase() throws IOException {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(texts.resolve("kode-sms.da.txt"), "Din kode kommer");
    Files.writeString(texts.resolve("kode-mail.en.txt"), "{kode}");
    Path certificates = Files.writeString(folder.resolve("ca.pem"), "no certificate");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandRun run =
          CommandRun.of(
              "-Dborgerkontakt.http.port=" + taken.getLocalPort(),
              "-Dborgerkontakt.management.port=0",
              "-Dborgerkontakt.data-dir=" + folder.resolve("data"),
              "-Dborgerkontakt.messages.templates=" + texts,
              "-Dborgerkontakt.messages.sandbox-recipients=+4570123456",
              "-Dborgerkontakt.mail.host=127.0.0.1",
              "-Dborgerkontakt.mail.from=kontakt@kontakt.dk",
              "-Dborgerkontakt.mail.ca-file=" + certificates);

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err())
          .satisfiesExactlyInAnyOrder(
              line -> assertThat(line).contains("is taken already"),
              line -> assertThat(line).startsWith(texts + "/kode-sms.da.txt has no {kode}"),
              line -> assertThat(line).startsWith(texts + "/kode-mail.en.txt has no subject"),
              line -> assertThat(line).startsWith("borgerkontakt.mail.ca-file is " + certificates));
      assertThat(run.out()).isEmpty();
      assertThat(folder.resolve("data")).isDirectoryNotContaining("glob:**.db");
    }
  }

  @Test
  void tellsThatTheDatabaseIsOutOfReach() {
    CommandRun run =
        CommandRun.of(
            "import",
            folder.toString(),
            "-Dborgerkontakt.data-dir=" + folder.resolve("data"),
            "-Dborgerkontakt.database.url=jdbc:postgresql://127.0.0.1:1/b",
            "-Dborgerkontakt.database.user=b",
            "-Dborgerkontakt.database.password=hemmelig");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .singleElement()
        .asString()
        .contains("The database cannot be opened")
        .contains("borgerkontakt.database")
        .doesNotContain("hemmelig");
  }

  @Test
  void tellsThatAKeyFileIsBroken() throws IOException {
    Path keys = Files.createDirectories(folder.resolve("data/keys"));
    Files.writeString(keys.resolve("hmac.key"), "short");
    Files.createFile(folder.resolve("data/borgerkontakt.mv.db"));

    CommandRun run =
        CommandRun.of("audit", "--cpr=x", "-Dborgerkontakt.data-dir=" + folder.resolve("data"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("hmac.key");
  }
}
