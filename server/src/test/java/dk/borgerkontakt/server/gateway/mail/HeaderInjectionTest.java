package dk.borgerkontakt.server.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.config.messages.MailSettings;
import dk.borgerkontakt.server.config.messages.MailSettings.Security;
import dk.borgerkontakt.server.outbox.Outcome;
import dk.borgerkontakt.server.outbox.Outcome.Accepted;
import dk.borgerkontakt.server.outbox.Outcome.Refused;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a message, it is one mail to one recipient with the headers that it has. */
class HeaderInjectionTest {

  private static final long SEED = 20_260_301;
  private static final int ROUNDS = 300;

  private static final List<String> PIECES =
      List.of(
          "\r\n",
          "\n",
          "\r",
          "\0",
          "\t",
          " ",
          "\u000b",
          "\f",
          "\u0085",
          "\u2028",
          "\u2029",
          "\u001b",
          "\u007f",
          ",",
          ";",
          ":",
          "<",
          ">",
          "(",
          ")",
          "\"",
          "\\",
          "@",
          "%",
          "!",
          "[127.0.0.1]",
          ".",
          "Bcc: boss@evil.example",
          "To: boss@evil.example",
          "boss@evil.example",
          "RCPT TO:<b@evil>",
          "\r\n.\r\n",
          "\r\n\r\n",
          "DATA",
          "=?UTF-8?Q?=0D=0ABcc:_b@evil?=",
          "group: a@b.example;",
          "<@relay.example:a@b.example>",
          "borger",
          "example.net",
          "\ud800",
          "æ",
          "\u202e",
          "＠",
          "。");

  private static final TestMailServer SERVER = new TestMailServer();
  private static MailRelay relay;
  private static Set<String> headers;

  @BeforeAll
  static void sendOneInGoodOrder() throws Exception {
    relay = new MailRelay(Mails.settings(SERVER.port()));
    Mails.send(relay, Mails.to(Mails.RECIPIENT));
    headers = headers(SERVER.only());
  }

  @AfterAll
  static void stop() {
    relay.close();
    SERVER.close();
  }

  @BeforeEach
  void clear() {
    SERVER.clear();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "borger",
        "@example.net",
        "borger@",
        "a@b@example.net",
        "a@example.net,b@example.net",
        "a@example.net b@example.net",
        "a@example.net;b@example.net",
        "a@example.net>\r\nRCPT TO:<b@example.net",
        "a@example.net\nBcc: b@example.net",
        "a@example.net\r",
        "a@example.net\0",
        " a@example.net",
        "a@example.net ",
        "a\u2028@example.net",
        "a\u0085b@example.net",
        "\"a b\"@example.net",
        "\"a\"@example.net",
        "a(b)@example.net",
        "Borger <a@example.net>",
        "<a@example.net>",
        "group:a@example.net;",
        "@relay.example:a@example.net",
        "<@relay.example:a@example.net>",
        "a%other.example@example.net",
        "other.example!a@example.net",
        "a@[127.0.0.1]",
        "a@[IPv6:::1]",
        "a..b@example.net",
        ".a@example.net",
        "a.@example.net",
        "a@example..net",
        "a@example.net.",
        "a@-example.net",
        "a@exa_mple.net",
        "a@straße.example",
        "a＠b@example.net",
        "a@b＠example.net",
        "\ud800@example.net",
        "a@\ud800.example",
        "=?UTF-8?Q?a=40b.example=0D=0A?=@example.net",
        "0123456789012345678901234567890123456789012345678901234567890123x@example.net"
      })
  void refusesWhatIsNotOnePlainMailbox(String recipient) throws IOException {
    Outcome outcome = Mails.send(relay, Mails.to(recipient));

    assertThat(SERVER.received()).isEmpty();
    assertThat(outcome).isEqualTo(new Refused(false, "local 5.1.3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example.net",
        "A.b+c@example.net",
        "o'brien@example.net",
        "a_b-c=d@sub.example.net",
        "{a}@example.net",
        "a@xn--r-3fa9c.example"
      })
  void takesAPlainMailbox(String recipient) throws IOException {
    assertThat(Mails.send(relay, Mails.to(recipient))).isInstanceOf(Accepted.class);
    assertThat(TestMailServer.recipients(SERVER.only())).containsExactly(recipient);
  }

  @Test
  void holdsForWhateverIsPutTogether() throws Exception {
    Random random = new Random(SEED);
    int taken = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String recipient = random.nextInt(3) == 0 ? nasty(random) : Mails.RECIPIENT;
      String emne = nasty(random);
      SERVER.clear();

      Outcome outcome =
          Mails.send(
              relay, Mails.mail(recipient, emne, nasty(random) + "\r\n.\r\n" + nasty(random)));

      boolean isTaken = outcome instanceof Accepted;
      taken += isTaken ? 1 : 0;
      assertThat(SERVER.received()).as("round %s", round).hasSize(isTaken ? 1 : 0);
      if (isTaken) {
        assertThat(headers(SERVER.only())).as("round %s", round).isEqualTo(headers);
        assertThat(TestMailServer.recipients(SERVER.only())).containsExactly(recipient);
        assertThat(TestMailServer.raw(SERVER.only())).isASCII();
      }
    }
    assertThat(taken).isGreaterThan(ROUNDS / 2);
  }

  @ParameterizedTest
  @MethodSource("names")
  void writesOneSenderWhateverItsName(String name) throws Exception {
    MailSettings settings =
        new MailSettings(
            "127.0.0.1",
            SERVER.port(),
            Security.NONE,
            null,
            name + " <kontakt@example.dk>",
            null,
            Duration.ofSeconds(5),
            1);
    try (MailRelay named = new MailRelay(settings)) {
      Mails.send(named, Mails.to(Mails.RECIPIENT));
    } catch (ConfigurationException refusedAtStart) {
      return;
    }
    assertThat(headers(SERVER.only())).isEqualTo(headers);
    assertThat(SERVER.only().getFrom()).hasSize(1);
    assertThat(SERVER.only().getFrom()[0].toString()).contains("kontakt@example.dk");
  }

  static Stream<String> names() {
    Random random = new Random(SEED);
    return Stream.concat(
        Stream.of(
            "Jobcenter, Ærø", "A; B: C", "a@b", "(c)", "x\r\nBcc: b@evil.example", "\"q\" \\"),
        Stream.generate(() -> nasty(random)).limit(30));
  }

  private static String nasty(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(6);
    for (int piece = 0; piece < pieces; piece++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static Set<String> headers(MimeMessage mail) throws Exception {
    Set<String> names = new TreeSet<>();
    for (Header header : Collections.list(mail.getAllHeaders())) {
      assertThat(names.add(header.getName())).as("only one %s", header.getName()).isTrue();
    }
    return names;
  }
}
