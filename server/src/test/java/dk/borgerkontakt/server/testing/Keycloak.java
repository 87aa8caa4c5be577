package dk.borgerkontakt.server.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.borgerkontakt.persistence.testing.TestPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Keycloak of the test's own with the realm of the documentation, on a port that it keeps when it
 * is stopped and started again.
 */
public final class Keycloak implements AutoCloseable {

  private static final Path HOME = Path.of("target/keycloak").toAbsolutePath();
  private static final Path REALM = Path.of("docs/keycloak/realm.json").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String ADMIN = "admin";
  private static final String KEY_PROVIDER = "org.keycloak.keys.KeyProvider";
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port = TestPort.free();
  private final String base = "http://127.0.0.1:" + port;
  private Process process;

  private Keycloak() {
    prepare();
    startAgain();
  }

  /** Starts it without anything that an earlier one may have left. */
  public static Keycloak start() {
    return new Keycloak();
  }

  private static void prepare() {
    Path data = home().resolve("data");
    try {
      if (Files.exists(data)) {
        try (Stream<Path> files = Files.walk(data)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
      Files.copy(REALM, Files.createDirectories(data.resolve("import")).resolve("realm.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path home() {
    try (Stream<Path> folders = Files.list(HOME)) {
      return folders.filter(Files::isDirectory).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(
          "Keycloak is not in " + HOME + "; run with -Pslow, which unpacks it there", e);
    }
  }

  /** Starts it on what it knew when it was stopped, and waits until it is there. */
  public void startAgain() {
    Path script = home().resolve("bin/kc.sh");
    ProcessBuilder builder =
        new ProcessBuilder(
                "sh",
                script.toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(HOME.resolve("output.txt").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Await.until("Keycloak", PATIENCE, this::isThere);
  }

  private Optional<Boolean> isThere() {
    if (!process.isAlive()) {
      throw new AssertionError("Keycloak ended; see " + HOME.resolve("output.txt"));
    }
    try {
      URI metadata = URI.create(issuer() + "/.well-known/openid-configuration");
      int status =
          http.send(HttpRequest.newBuilder(metadata).build(), BodyHandlers.discarding())
              .statusCode();
      return status == 200 ? Optional.of(true) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops it, so that nobody listens on its port. */
  public void stop() {
    // The script hands the signal on; whatever would outlive it is ended hard.
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    stop();
  }

  /** The {@code iss} of its tokens. */
  public String issuer() {
    return base + "/realms/borgerkontakt";
  }

  /** Where it publishes its keys. */
  public String jwksUri() {
    return issuer() + "/protocol/openid-connect/certs";
  }

  /** A new access token for a client of the realm. */
  public String token(String clientId) {
    String id = admin("GET", "/clients?clientId=" + clientId, "").get(0).get("id").textValue();
    String secret = admin("GET", "/clients/" + id + "/client-secret", "").get("value").textValue();
    return token(
        issuer(),
        Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
  }

  /** A token of the realm that Keycloak is administered by. */
  public String adminToken() {
    return token(
        base + "/realms/master",
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "admin-cli",
            "username",
            ADMIN,
            "password",
            ADMIN));
  }

  private String token(String realm, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    return json(request).get("access_token").textValue();
  }

  /** Signs with a new key from now on; those before stay published. */
  public void takeUpKey() {
    admin(
        "POST",
        "/components",
        """
        {"name": "next", "providerId": "rsa-generated", "providerType": "%s",
         "config": {"priority": ["200"], "algorithm": ["RS256"]}}"""
            .formatted(KEY_PROVIDER));
  }

  /** Publishes the keys no more that were there before the one that was taken up. */
  public void withdrawFirstKey() {
    for (JsonNode component : admin("GET", "/components?type=" + KEY_PROVIDER, "")) {
      if (component.get("name").textValue().equals("rsa-generated")) {
        admin("DELETE", "/components/" + component.get("id").textValue(), "");
      }
    }
  }

  private JsonNode admin(String method, String path, String json) {
    return json(
        HttpRequest.newBuilder(URI.create(base + "/admin/realms/borgerkontakt" + path))
            .header("Authorization", "Bearer " + adminToken())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  private JsonNode json(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new AssertionError("Keycloak answers " + answer.statusCode());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
