package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.identity.TestIssuer;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import dk.borgerkontakt.server.testing.TestSmsGateway;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service as an authority runs it: with tokens and gateways of others, and no sandbox. */
class OidcModeTest {

  private static final TestIssuer ISSUER = new TestIssuer();

  @AutoClose private static final TestSmsGateway sms = TestSmsGateway.start();
  private static final GreenMail relay =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private static HttpServer issuer;
  private static TestServer server;

  private final Caller akasse = server.withTokens(OidcModeTest::token);
  private final String citizen = server.register().newCitizen();

  @BeforeAll
  static void start() throws IOException {
    byte[] keys = ISSUER.publicKeys().toString().getBytes(StandardCharsets.UTF_8);
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.createContext(
        "/jwks",
        exchange -> {
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    issuer.start();
    relay.start();
    server =
        TestServer.with()
            .settings(sms.settings())
            .setting("borgerkontakt.mail.host", "127.0.0.1")
            .setting("borgerkontakt.mail.port", Integer.toString(relay.getSmtp().getPort()))
            .setting("borgerkontakt.mail.security", "none")
            .setting("borgerkontakt.mail.from", "kontakt@kontakt.dk")
            .setting("borgerkontakt.identity.mode", "oidc")
            .setting("borgerkontakt.identity.issuer", "https://issuer.example")
            .setting("borgerkontakt.identity.audience", "borgerkontakt")
            .setting(
                "borgerkontakt.identity.jwks-uri",
                "http://127.0.0.1:" + issuer.getAddress().getPort() + "/jwks")
            .start();
    server
        .register()
        .run(
            "insert into organisation (type, kode, navn) values (?, '11', 'A-kasse')",
            Register.A_KASSE);
  }

  @AfterAll
  static void stop() {
    server.close();
    relay.stop();
    issuer.stop(0);
  }

  @Test
  void aCitizenProvesAMobileWithTheCodeOfAnSms() {
    String mobile = Register.freeMobile();

    askForCode(1, mobile);
    String text = Await.until("an SMS", () -> sms.delivered(mobile).stream().findFirst()).tekst();

    proves(1, mobile, text);
  }

  @Test
  void aCitizenProvesAnAddressWithTheCodeOfAMail() throws Exception {
    String email = Register.freeEmail();

    askForCode(3, email);
    MimeMessage mail = Await.until("a mail", () -> mailTo(email));

    proves(3, email, (String) mail.getContent());
  }

  private void askForCode(int type, String address) {
    assertThat(akasse.create(citizen, type, address).send().status()).isEqualTo(204);
    assertThat(akasse.code(citizen, type).send().status()).isEqualTo(202);
  }

  private void proves(int type, String address, String text) {
    String code = text.replaceAll("(?s).*?(\\d{6}).*", "$1");

    assertThat(akasse.verify(citizen, type, code).send().status()).isEqualTo(204);
    assertThat(akasse.read(citizen).send().kontaktinformation())
        .containsExactly(type + " " + address + " 2");
  }

  private static Optional<MimeMessage> mailTo(String address) {
    return Stream.of(relay.getReceivedMessagesForDomain(address)).findFirst();
  }

  @Test
  void thereIsNothingOfTheSandbox() throws IOException {
    assertThat(akasse.read("0207809002").send().outcome()).isEqualTo(1010);
    assertThat(akasse.post("/oauth2/token", "{}").illFormed().send().outcome()).isEqualTo(90004);
    assertThat(akasse.get("/oauth2/jwks").illFormed().send().outcome()).isEqualTo(90004);
    assertThat(akasse.get("/.well-known/oauth-authorization-server").illFormed().send().outcome())
        .isEqualTo(90004);
    assertThat(server.dataDir().resolve("outbox")).doesNotExist();
    try (Stream<Path> keys = Files.list(server.dataDir().resolve("keys"))) {
      assertThat(keys).isNotEmpty().noneMatch(key -> key.toString().contains("sandbox"));
    }
  }

  @Test
  void aTokenOfAnotherIssuerIsNoToken() {
    TestIssuer another = new TestIssuer();

    assertThat(server.withTokens(() -> token(another)).read(citizen).send().outcome())
        .isEqualTo(1012);
  }

  private static String token() {
    return token(ISSUER);
  }

  private static String token(TestIssuer issuer) {
    Date now = Date.from(server.clock().instant());
    return issuer.token(
        claims ->
            claims
                .issueTime(now)
                .expirationTime(new Date(now.getTime() + 3_600_000))
                .jwtID(UUID.randomUUID().toString())
                .claim("scope", String.join(" ", Contract.bundled().scopes())));
  }
}
