package dk.borgerkontakt.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import dk.borgerkontakt.server.config.identity.IdentitySetting;
import dk.borgerkontakt.server.config.identity.IdentitySettings;
import dk.borgerkontakt.server.config.identity.IdentitySettings.ClaimNames;
import dk.borgerkontakt.server.config.identity.IdentitySettings.Mode;
import dk.borgerkontakt.server.config.messages.MessageSettings;
import dk.borgerkontakt.server.config.source.Endpoint;
import dk.borgerkontakt.server.config.source.Setting;
import dk.borgerkontakt.server.config.telemetry.TelemetrySettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.Level;

class SettingsReaderTest {
  private static final Map<String, String> NONE = Map.of();
  private static final MessageSettings NO_GATEWAY =
      SettingsReader.read(NONE, NONE, NONE).messages();

  /** In mode oidc nothing starts without them. */
  private static final Map<String, String> GATEWAYS =
      Map.of(
          "BORGERKONTAKT_MAIL_HOST", "relay.example",
          "BORGERKONTAKT_MAIL_FROM", "kontakt@example.dk",
          "BORGERKONTAKT_SMS_GATEWAY", "smpp",
          "BORGERKONTAKT_SMS_SENDER", "Kontakt",
          "BORGERKONTAKT_SMS_SMPP_HOST", "smsc.example",
          "BORGERKONTAKT_SMS_SMPP_SYSTEM_ID", "b",
          "BORGERKONTAKT_SMS_SMPP_PASSWORD", "secret");

  @Test
  void hasADefaultForEverything() {
    Settings settings = SettingsReader.read(NONE, NONE, NONE);

    Path data = Path.of("data").toAbsolutePath();
    assertThat(settings)
        .isEqualTo(
            new Settings(
                new Endpoint("127.0.0.1", 8080),
                null,
                new Endpoint("127.0.0.1", 8081),
                new ShutdownSettings(Duration.ZERO, Duration.ofSeconds(10)),
                data,
                new DatabaseSettings(null, null, null, 16),
                new IdentitySettings(
                    Mode.SANDBOX,
                    null,
                    null,
                    null,
                    null,
                    new ClaimNames("org_type", "org_code", "client_id", "scope"),
                    Map.of(),
                    null),
                data.resolve("keys"),
                new VerificationSettings(
                    Duration.ofMinutes(5), Duration.ofMinutes(10), 5, Duration.ofSeconds(60), 5),
                1000,
                NO_GATEWAY,
                ZoneId.of("Europe/Copenhagen"),
                false,
                Level.INFO,
                LogFormat.TEXT,
                TelemetrySettings.OFF));
  }

  @Test
  void readsEveryKeyOfTheServiceAndItsIssuer() {
    Settings settings = SettingsReader.read(everyKey(), GATEWAYS, NONE);

    assertThat(everyKey().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.<Setting[]>of(ServiceSetting.values(), IdentitySetting.values())
                .flatMap(Arrays::stream)
                .filter(key -> key != IdentitySetting.CLIENTS_FILE) // instead of claims
                .map(Setting::key)
                .toList());
    assertThat(settings)
        .isEqualTo(
            new Settings(
                new Endpoint("0.0.0.0", 9000),
                null,
                new Endpoint("::1", 9001),
                new ShutdownSettings(Duration.ofSeconds(4), Duration.ofSeconds(3)),
                Path.of("/srv/data"),
                new DatabaseSettings("jdbc:postgresql://db/b", "b", "secret", 24),
                new IdentitySettings(
                    Mode.OIDC,
                    "https://issuer.example",
                    "borgerkontakt",
                    URI.create("https://issuer.example/jwks"),
                    Path.of("pom.xml").toAbsolutePath(),
                    new ClaimNames("a", "b", "c", "d"),
                    Map.of("akasse", OrganisationTypeCodelList.AKasse),
                    null),
                Path.of("/srv/keys"),
                new VerificationSettings(
                    Duration.ofMinutes(1), Duration.ofMinutes(2), 3, Duration.ofSeconds(4), 6),
                0,
                settings.messages(),
                ZoneId.of("UTC"),
                true,
                Level.DEBUG,
                LogFormat.JSON,
                TelemetrySettings.OFF));
  }

  @Test
  void propertiesBeatEnvironmentBeatsFile() {
    Map<String, String> file =
        Map.of(
            "borgerkontakt.http.port", "1",
            "borgerkontakt.management.port", "2",
            "borgerkontakt.verification.attempts", "3");
    Map<String, String> environment =
        Map.of("BORGERKONTAKT_HTTP_PORT", "4", "BORGERKONTAKT_MANAGEMENT_PORT", "5");
    Map<String, String> properties = Map.of("borgerkontakt.http.port", "6");

    Settings settings = SettingsReader.read(file, environment, properties);

    assertThat(settings.http().port()).isEqualTo(6);
    assertThat(settings.management().port()).isEqualTo(5);
    assertThat(settings.verification().attempts()).isEqualTo(3);
  }

  @Test
  void blankIsAsIfNotGiven() {
    Settings settings =
        SettingsReader.read(
            Map.of("borgerkontakt.http.port", " 81 "),
            Map.of("BORGERKONTAKT_HTTP_PORT", " "),
            NONE);

    assertThat(settings.http().port()).isEqualTo(81);
  }

  @Test
  void environmentNamesHaveNoDotsAndNoHyphens() {
    Settings settings =
        SettingsReader.read(
            NONE, Map.of("BORGERKONTAKT_VERIFICATION_CODE_LIFETIME_SMS", "PT7M"), NONE);

    assertThat(settings.verification().codeLifetimeSms()).isEqualTo(Duration.ofMinutes(7));
  }

  @ParameterizedTest
  @CsvSource({
    "http.host, 127.0.0.1:80",
    "http.host, 300.1.1.1",
    "http.host, http://x",
    "http.port, http",
    "http.port, -1",
    "http.port, 65536",
    "http.shutdown-grace, 10",
    "http.shutdown-grace, PT-1S",
    "http.shutdown-delay, PT2H",
    "management.host, a b",
    "management.port, 1.5",
    "data-dir, ./a;b",
    "database.url, mysql://x",
    "identity.mode, none",
    "identity.jwks-uri, http://issuer.example/jwks",
    "identity.jwks-uri, issuer",
    "identity.ca-file, nowhere.pem",
    "identity.clients-file, nowhere.csv",
    "identity.org-types, akasse",
    "identity.org-types, akasse=3",
    "identity.org-types, '=2'",
    "identity.org-types, 'akasse=2,akasse=8'",
    "identity.org-types, 'akasse=2,'",
    "verification.code-lifetime-sms, PT0S",
    "verification.code-lifetime-mail, P2D",
    "verification.attempts, 0",
    "verification.cool-down, -PT1S",
    "verification.codes-per-day, 0",
    "limits.requests-per-second, -1",
    "time-zone, Europe/Kobenhavn",
    "sandbox.allow-remote, yes",
    "log.level, LOUD",
    "log.format, xml"
  })
  void tellsAnInvalidValueAndWhatIsWanted(String key, String value) {
    List<String> faults = faults(Map.of("borgerkontakt." + key, value));

    assertThat(faults)
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .startsWith("borgerkontakt." + key + " is ")
                    .contains("; give ")
                    .endsWith("(given with -D)")
                    .hasLineCount(1));
  }

  @Test
  void tellsAllFaultsTogether() {
    List<String> faults =
        faults(
            Map.of(
                "borgerkontakt.http.port", "x",
                "borgerkontakt.time-zone", "y",
                "borgerkontakt.htp.host", "z",
                "borgerkontakt.identity.mode", "oidc"));

    assertThat(faults)
        .containsExactly(
            "borgerkontakt.htp.host (given with -D) is no setting;"
                + " did you mean borgerkontakt.http.host?",
            "borgerkontakt.http.port is \"x\"; give a whole number from 0 to 65535, such as 8080"
                + " (given with -D)",
            "borgerkontakt.time-zone is \"y\"; give a time zone, such as Europe/Copenhagen"
                + " (given with -D)",
            "borgerkontakt.identity.issuer is needed in mode oidc; give the tokens' iss, word for"
                + " word (mode oidc)",
            "borgerkontakt.identity.audience is needed in mode oidc; give the tokens' aud (mode"
                + " oidc)",
            "borgerkontakt.mail.host is needed in mode oidc; give mail relay",
            "borgerkontakt.sms.gateway is needed in mode oidc; give smpp or https");
  }

  @Test
  void refusesUnknownKeysOfTheFile() {
    ConfigurationException refused =
        catchThrowableOfType(
            ConfigurationException.class,
            () -> SettingsReader.read(Map.of("borgerkontakt.post.host", "x"), NONE, NONE));

    assertThat(refused.faults())
        .containsExactly("borgerkontakt.post.host (in the file) is no setting; take it out");
  }

  @Test
  void takesUnknownNamesOfTheEnvironmentButWarns() {
    Map<String, String> environment =
        Map.of(
            "BORGERKONTAKT_SERVICE_HOST", "10.0.0.1", "BORGERKONTAKT_HTTP_PROT", "1", "PATH", "/");

    SettingsReader.read(NONE, environment, NONE);

    assertThat(UnknownKeys.inEnvironment(environment.keySet()))
        .containsExactly(
            "BORGERKONTAKT_HTTP_PROT (environment variable) is no setting;"
                + " did you mean BORGERKONTAKT_HTTP_PORT?",
            "BORGERKONTAKT_SERVICE_HOST (environment variable) is no setting; take it out");
  }

  @ParameterizedTest
  @CsvSource({"localhost", "127.0.0.1", "127.9.9.9", "::1", "[::1]"})
  void letsTheSandboxServeOnALoopbackAddress(String host) {
    Settings settings = SettingsReader.read(NONE, NONE, Map.of("borgerkontakt.http.host", host));

    assertThat(settings.http().isLoopback()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0", "10.0.0.1", "::", "borgerkontakt.example"})
  void keepsTheSandboxOffOtherAddressesUnlessAllowed(String host) {
    Map<String, String> remote = Map.of("borgerkontakt.http.host", host);

    assertThat(faults(remote)).hasSize(1).first().asString().contains("allow-remote=true");
    SettingsReader.read(remote, Map.of("BORGERKONTAKT_SANDBOX_ALLOW_REMOTE", "true"), NONE);
  }

  @Test
  void refusesAnIssuerInTheSandbox() {
    assertThat(faults(Map.of("borgerkontakt.identity.issuer", "https://issuer.example")))
        .hasSize(1)
        .first()
        .asString()
        .contains("borgerkontakt.identity.mode=oidc");
  }

  @Test
  void refusesOnePortForBoth() {
    assertThat(faults(Map.of("borgerkontakt.management.port", "8080")))
        .hasSize(1)
        .first()
        .asString()
        .contains("two different ports");
    SettingsReader.read(
        NONE, NONE, Map.of("borgerkontakt.http.port", "0", "borgerkontakt.management.port", "0"));
  }

  @Test
  void refusesADatabaseAccountWithoutADatabase() {
    assertThat(faults(Map.of("borgerkontakt.database.password", "secret")))
        .hasSize(1)
        .first()
        .asString()
        .doesNotContain("secret");
  }

  @Test
  void neverPrintsSecrets() {
    Map<String, String> given =
        Map.of(
            "borgerkontakt.database.url",
                "jdbc:postgresql://db1:5432,db2/b?targetServerType=primary&password=hemmelig1",
            "borgerkontakt.database.user", "hemmelig2",
            "borgerkontakt.database.password", "hemmelig3");

    assertThat(SettingsReader.read(given, NONE, NONE).toString()).doesNotContain("hemmelig");
    assertThat(faults(Map.of("borgerkontakt.database.url", "postgres:hemmelig")).toString())
        .doesNotContain("hemmelig");
  }

  @Test
  void everyKeyIsNamedOnceAndDescribed() {
    assertThat(Keys.all())
        .extracting(Setting::key)
        .doesNotHaveDuplicates()
        .allMatch(key -> key.matches("borgerkontakt(\\.[a-z0-9-]+)+"));
    assertThat(Keys.all()).extracting(Setting::environmentName).doesNotHaveDuplicates();
    assertThat(Keys.all()).extracting(Setting::description).noneMatch(String::isBlank);
  }

  private static List<String> faults(Map<String, String> properties) {
    return catchThrowableOfType(
            ConfigurationException.class, () -> SettingsReader.read(NONE, NONE, properties))
        .faults();
  }

  private static Map<String, String> everyKey() {
    return Map.ofEntries(
        Map.entry("borgerkontakt.http.host", "0.0.0.0"),
        Map.entry("borgerkontakt.http.port", "9000"),
        Map.entry("borgerkontakt.http.shutdown-grace", "PT3S"),
        Map.entry("borgerkontakt.http.shutdown-delay", "PT4S"),
        Map.entry("borgerkontakt.management.host", "::1"),
        Map.entry("borgerkontakt.management.port", "9001"),
        Map.entry("borgerkontakt.data-dir", "/srv/data"),
        Map.entry("borgerkontakt.database.url", "jdbc:postgresql://db/b"),
        Map.entry("borgerkontakt.database.user", "b"),
        Map.entry("borgerkontakt.database.password", "secret"),
        Map.entry("borgerkontakt.database.connections", "24"),
        Map.entry("borgerkontakt.identity.mode", "oidc"),
        Map.entry("borgerkontakt.identity.issuer", "https://issuer.example"),
        Map.entry("borgerkontakt.identity.audience", "borgerkontakt"),
        Map.entry("borgerkontakt.identity.jwks-uri", "https://issuer.example/jwks"),
        Map.entry("borgerkontakt.identity.claim-org-type", "a"),
        Map.entry("borgerkontakt.identity.claim-org-code", "b"),
        Map.entry("borgerkontakt.identity.claim-client-id", "c"),
        Map.entry("borgerkontakt.identity.claim-scope", "d"),
        Map.entry("borgerkontakt.identity.ca-file", "pom.xml"),
        Map.entry("borgerkontakt.identity.org-types", "akasse=2"),
        Map.entry("borgerkontakt.keys.dir", "/srv/keys"),
        Map.entry("borgerkontakt.verification.code-lifetime-sms", "PT1M"),
        Map.entry("borgerkontakt.verification.code-lifetime-mail", "PT2M"),
        Map.entry("borgerkontakt.verification.attempts", "3"),
        Map.entry("borgerkontakt.verification.cool-down", "PT4S"),
        Map.entry("borgerkontakt.verification.codes-per-day", "6"),
        Map.entry("borgerkontakt.limits.requests-per-second", "0"),
        Map.entry("borgerkontakt.time-zone", "UTC"),
        Map.entry("borgerkontakt.sandbox.allow-remote", "true"),
        Map.entry("borgerkontakt.log.level", "debug"),
        Map.entry("borgerkontakt.log.format", "json"));
  }
}
