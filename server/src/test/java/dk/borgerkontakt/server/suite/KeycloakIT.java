package dk.borgerkontakt.server.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.identity.TestIssuer;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Keycloak;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import dk.borgerkontakt.server.testing.TestSmsGateway;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service with tokens of a Keycloak that has the realm of the documentation. */
@Tag("slow")
@Timeout(600)
class KeycloakIT {

  private static Keycloak keycloak;
  private static TestSmsGateway sms;
  private static TestServer server;

  @TempDir private Path temp;

  private final Caller akasse = as("akasse-11");
  private String citizen;

  @BeforeAll
  static void start() {
    keycloak = Keycloak.start();
    sms = TestSmsGateway.start();
    server = oidc().start();
    addOrganisations(server);
  }

  private static TestServer.Setup oidc() {
    return TestServer.with()
        .settings(sms.settings())
        .setting("borgerkontakt.mail.host", "127.0.0.1")
        .setting("borgerkontakt.mail.from", "kontakt@kontakt.dk")
        .setting("borgerkontakt.identity.mode", "oidc")
        .setting("borgerkontakt.identity.issuer", keycloak.issuer())
        .setting("borgerkontakt.identity.audience", "borgerkontakt");
  }

  private static void addOrganisations(TestServer server) {
    String sql = "insert into organisation (type, kode, navn) values (?, ?, ?)";
    server.register().run(sql, Register.A_KASSE, "11", "A-kasse");
    server.register().run(sql, Register.KOMMUNE, "101", "Kommune");
  }

  @AfterAll
  static void stop() {
    server.close();
    sms.close();
    keycloak.close();
  }

  /** Keycloak has no clock of the test's. */
  @BeforeEach
  void setClock() {
    server.clock().set(Instant.now());
    citizen = server.register().newCitizen();
  }

  private static Caller as(String clientId) {
    return server.withTokens(() -> keycloak.token(clientId));
  }

  @Test
  void twoOrganisationsShareANumberThatTheCitizenProves() {
    String mobile = Register.freeMobile();

    assertThat(akasse.create(citizen, 1, mobile).send().status()).isEqualTo(204);
    assertThat(akasse.code(citizen, 1).send().status()).isEqualTo(202);
    String text = Await.until("an SMS", () -> sms.delivered(mobile).stream().findFirst()).tekst();
    String code = text.replaceAll("(?s).*?(\\d{6}).*", "$1");
    assertThat(akasse.verify(citizen, 1, code).send().status()).isEqualTo(204);

    assertThat(as("kommune-101").read(citizen).send().kontaktinformation())
        .containsExactly("1 " + mobile + " 2");
  }

  @Test
  void aClientThatMayReadMayNotWrite() {
    Caller reader = as("laeser-akasse-11");

    assertThat(reader.create(citizen, 1, Register.freeMobile()).send().outcome()).isEqualTo(1013);
    assertThat(reader.read(citizen).send().outcome()).as("nothing is registered").isEqualTo(9159);
  }

  @Test
  void aTokenOfAnotherRealmIsNone() {
    Caller admin = server.withTokens(keycloak::adminToken);

    assertThat(admin.read(citizen).send().outcome()).isEqualTo(1012);
  }

  @Test
  void aTableOfClientsSaysWhoIsWho() throws Exception {
    Path clients = temp.resolve("clients.csv");
    Files.writeString(clients, "client_id,org_type,org_code\nakasse-11,7,101\n", UTF_8);
    try (TestServer another =
        oidc()
            .setting("borgerkontakt.identity.jwks-uri", keycloak.jwksUri())
            .setting("borgerkontakt.identity.claim-client-id", "azp")
            .setting("borgerkontakt.identity.clients-file", clients.toString())
            .start()) {
      addOrganisations(another);
      String ofTheMunicipality = another.register().newStranger();
      another
          .register()
          .attach(
              ofTheMunicipality,
              Register.KOMMUNE,
              "101",
              another.register().today().minusDays(1),
              null);
      Caller municipality = another.withTokens(() -> keycloak.token("akasse-11"));
      Caller nobody = another.withTokens(() -> keycloak.token("kommune-101"));

      assertThat(municipality.read(ofTheMunicipality).send().outcome()).isEqualTo(9159);
      assertThat(nobody.read(ofTheMunicipality).send().outcome()).isEqualTo(1012);
    }
  }

  @Test
  void keysRotateWithoutARestart() {
    String before = keycloak.token("akasse-11");
    Caller early = server.withTokens(() -> before);
    assertThat(early.read(citizen).send().outcome()).isEqualTo(9159);

    keycloak.takeUpKey();
    server.clock().advance(Duration.ofSeconds(10));
    assertThat(akasse.read(citizen).send().outcome()).as("the new key").isEqualTo(9159);
    assertThat(early.read(citizen).send().outcome()).as("the old key").isEqualTo(9159);

    keycloak.withdrawFirstKey();
    // Whatever makes the service look again; by itself it does within two minutes.
    server.clock().advance(Duration.ofSeconds(10));
    assertThat(stranger().read(citizen).send().outcome()).isEqualTo(1012);
    assertThat(early.read(citizen).send().outcome()).as("the withdrawn key").isEqualTo(1012);
    assertThat(akasse.read(citizen).send().outcome()).isEqualTo(9159);
  }

  @Test
  void theKeysInHandAreEnoughWhileKeycloakIsStopped() {
    String token = keycloak.token("akasse-11");
    String another = keycloak.token("kommune-101");
    Caller client = server.withTokens(() -> token);
    assertThat(client.read(citizen).send().outcome()).isEqualTo(9159);

    keycloak.stop();
    server.clock().advance(Duration.ofSeconds(10));
    assertThat(stranger().read(citizen).send().outcome()).isEqualTo(1012);
    assertThat(client.read(citizen).send().outcome()).as("a known token").isEqualTo(9159);
    assertThat(server.withTokens(() -> another).read(citizen).send().outcome())
        .as("a token that was not seen before")
        .isEqualTo(9159);

    keycloak.startAgain();
    server.clock().set(Instant.now());
    assertThat(akasse.read(citizen).send().outcome()).isEqualTo(9159);
  }

  /** Brings a token that is signed with a key that nobody knows. */
  private static Caller stranger() {
    return server.withTokens(new TestIssuer()::strangersToken);
  }
}
