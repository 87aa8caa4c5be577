package dk.borgerkontakt.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.TestSmsCentre;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What making one jar of all libraries can lose: what they look for by name, and what they say. */
@Timeout(120)
class ShadedJarIT {

  private static final String CITIZEN = "0107809001";
  private static final String EMAIL = "borger@kontakt.dk";
  private static final String MOBILE = "+4526555555";

  @TempDir private Path folder;

  @Test
  void aCodeGoesOutByMail() throws Exception {
    GreenMail relay = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    relay.start();
    try (JarProcess service =
        start(
            "messages.sandbox-recipients=" + EMAIL,
            "mail.host=127.0.0.1",
            "mail.port=" + relay.getSmtp().getPort(),
            "mail.security=none",
            "mail.from=Jobcenter Ærø <kontakt@kontakt.dk>")) {
      Caller akasse = askForCode(service, 3, EMAIL);

      MimeMessage mail =
          Await.until("a mail", () -> Stream.of(relay.getReceivedMessages()).findFirst());

      proves(akasse, 3, (String) mail.getContent());
      assertNothingElseIsLogged(service);
    } finally {
      relay.stop();
    }
  }

  @Test
  void aCodeGoesOutBySms() throws Exception {
    try (TestSmsCentre centre = TestSmsCentre.start();
        JarProcess service =
            start(
                "messages.sandbox-recipients=" + MOBILE,
                "sms.gateway=smpp",
                "sms.sender=Kontakt",
                "sms.smpp.host=127.0.0.1",
                "sms.smpp.port=" + centre.port(),
                "sms.smpp.system-id=" + TestSmsCentre.SYSTEM_ID,
                "sms.smpp.password=" + TestSmsCentre.PASSWORD)) {
      Caller akasse = askForCode(service, 1, MOBILE);

      String text =
          Await.until("an SMS", () -> centre.taken().messages().stream().findFirst()).text();

      proves(akasse, 1, text);
      assertNothingElseIsLogged(service);
    }
  }

  @Test
  void theNoticesOfEveryLibraryAreKept() throws IOException {
    try (ZipFile jar = new ZipFile(JarProcess.jar().toFile())) {
      assertThat(text(jar, "META-INF/NOTICE.md")).contains("Jakarta Mail", "Eclipse Jersey");
      assertThat(text(jar, "META-INF/LICENSE.md"))
          .contains(
              "Eclipse Public License - v 2.0", "Redistribution and use in source and binary");
      assertThat(text(jar, "META-INF/LICENSE.txt")).contains("Apache License", "QOS.ch");
      assertThat(text(jar, "META-INF/NOTICE")).contains("Jackson JSON processor");
    }
  }

  private static String text(ZipFile jar, String name) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private JarProcess start(String... settings) throws Exception {
    return JarProcess.start(
        folder.resolve("data"),
        Stream.of(settings).map(it -> "-Dborgerkontakt." + it).toArray(String[]::new));
  }

  private static Caller askForCode(JarProcess service, int type, String address) throws Exception {
    Caller akasse = Caller.ofSandbox(URI.create(service.address()), "akasse-11");
    assertThat(akasse.create(CITIZEN, type, address).send().status()).isEqualTo(204);
    assertThat(akasse.code(CITIZEN, type).send().status()).isEqualTo(202);
    return akasse;
  }

  private static void proves(Caller akasse, int type, String text) {
    String code = text.replaceAll("(?s).*?(\\d{6}).*", "$1");
    assertThat(akasse.verify(CITIZEN, type, code).send().status()).isEqualTo(204);
  }

  /** Libraries log by ways of their own, and some have a line for each connection. */
  private static void assertNothingElseIsLogged(JarProcess service) throws IOException {
    assertThat(service.err()).allMatch(line -> line.matches(".* (RequestLog|Link): .*"));
  }
}
