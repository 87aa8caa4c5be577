package dk.borgerkontakt.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jwt.SignedJWT;
import dk.borgerkontakt.server.config.SettingsReader;
import dk.borgerkontakt.server.tls.LiveTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/tls.md, typed as they stand there. Needs openssl and curl. */
@Tag("slow")
class TlsDocumentIT {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|properties)\\n(.*?)^```$");

  @TempDir private Path folder;
  private List<String> commands;
  private List<String> settings;

  @BeforeEach
  void readDocument() throws IOException {
    String document = Files.readString(Path.of("docs/tls.md"));
    commands = blocks(document, "sh");
    settings = blocks(document, "properties");
    run(commands.get(0), Map.of());
    run(commands.get(1), Map.of());
  }

  private static List<String> blocks(String document, String language) {
    return BLOCK
        .matcher(document)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  @Test
  void theSandboxOfTheDocumentGivesABoundToken() throws Exception {
    try (JarProcess service = start(settings.get(0).lines())) {
      String answer = run(commands.get(2), Map.of("ADDRESS", service.address()));

      String token = new JsonMapper().readTree(answer).get("access_token").textValue();
      assertThat(SignedJWT.parse(token).getJWTClaimsSet().getJSONObjectClaim("cnf"))
          .containsKey("x5t#S256");
    }
  }

  @Test
  void theOtherFormsOfTheKeyAreTaken() throws Exception {
    Map<String, String> passphrase = Map.of("PASSPHRASE", "hemmelig");
    run(commands.get(3), passphrase);
    run(commands.get(4), passphrase);

    serves("certificate=server.pem", "key=server.p8", "key-password=hemmelig");
    serves("keystore=server.p12", "keystore-password=hemmelig");
    run("openssl ecparam -name secp384r1 -genkey -out server.key", Map.of());
    run("openssl req -x509 -key server.key -days 9 -subj /CN=x -out server.pem", Map.of());
    serves("certificate=server.pem", "key=server.key");
    run("openssl genrsa -traditional -out server.key 3072", Map.of());
    run("openssl req -x509 -key server.key -days 9 -subj /CN=x -out server.pem", Map.of());
    serves("certificate=server.pem", "key=server.key");
  }

  /** What a start looks at; it would throw. */
  private void serves(String... names) {
    Map<String, String> given =
        Stream.of(names)
            .map(name -> name.split("=", 2))
            .collect(Collectors.toMap(pair -> "borgerkontakt.tls." + pair[0], this::value));
    LiveTls.check(SettingsReader.read(given, Map.of(), Map.of()).tls(), Clock.systemUTC());
  }

  private String value(String[] pair) {
    return pair[0].endsWith("password") ? pair[1] : folder.resolve(pair[1]).toString();
  }

  @Test
  void aStartTellsEachFaultInOneLine() throws Exception {
    run("openssl genrsa -out other.key 2048", Map.of());
    Stream<String> wrong = settings.get(0).lines().map(it -> it.replace("server.key", "other.key"));
    try (JarProcess service = start(wrong)) {
      assertThat(service.exitCode()).isEqualTo(1);
      assertThat(service.err())
          .containsExactly(
              "borgerkontakt.tls.key is %s, which is not the key of the certificate; give the two"
                      .formatted(folder.resolve("other.key"))
                  + " that belong together");
    }
  }

  /** With the files' names as they are from the folder that the document's reader is in. */
  private JarProcess start(Stream<String> lines) throws IOException {
    String[] arguments =
        lines
            .map(line -> line.replaceFirst("=(\\w+\\.(pem|key|p8|p12))$", "=" + folder + "/$1"))
            .map(line -> "-D" + line)
            .toArray(String[]::new);
    return JarProcess.start(folder.resolve("data"), arguments);
  }

  private String run(String script, Map<String, String> environment) {
    try {
      ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", script);
      builder.directory(folder.toFile()).environment().putAll(environment);
      Path errors = folder.resolve("errors.txt");
      Process process = builder.redirectError(errors.toFile()).start();
      String output = new String(process.getInputStream().readAllBytes());
      assertThat(process.waitFor()).as(() -> text(errors)).isZero();
      return output;
    } catch (IOException e) {
      throw new AssertionError("install the Debian packages openssl and curl", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
