package dk.borgerkontakt.server.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.config.messages.MailSettings;
import dk.borgerkontakt.server.config.messages.MailSettings.Security;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.Outcome.Accepted;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailRelayTest {

  private final TestMailServer server = new TestMailServer();
  private final MailRelay relay = new MailRelay(Mails.settings(server.port()));

  @AfterEach
  void stop() {
    relay.close();
    server.close();
  }

  @Test
  void bringsSubjectAndTextAsTheyAre() throws Exception {
    Message message = Mails.to(Mails.RECIPIENT);

    assertThat(Mails.send(relay, message)).isEqualTo(new Accepted(message.id() + "@example.dk"));

    MimeMessage mail = server.only();
    assertThat(mail.getSubject()).isEqualTo("Bekræft din mailadresse");
    // The server leaves out the last line end.
    assertThat(((String) mail.getContent()).replace("\r\n", "\n"))
        .isEqualTo(Mails.TEXT.stripTrailing());
    assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(TestMailServer.recipients(mail)).containsExactly(Mails.RECIPIENT);
    InternetAddress from = (InternetAddress) mail.getFrom()[0];
    assertThat(from.getPersonal()).isEqualTo("Jobcenter Ærø");
    assertThat(from.getAddress()).isEqualTo("kontakt@example.dk");
    assertThat(mail.getHeader("Date")).containsExactly("Sun, 1 Mar 2026 13:00:00 +0100");
  }

  @Test
  void saysThatNobodyShouldAnswer() throws Exception {
    Mails.send(relay, Mails.to(Mails.RECIPIENT));

    assertThat(server.only().getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(server.only().getHeader("X-Auto-Response-Suppress"))
        .containsExactly("OOF, AutoReply");
  }

  @Test
  void writesWhatEveryRelayTakes() throws Exception {
    String longLine =
        "æ" + "x".repeat(3000) + " \n.\n.begins with a dot\nFrom here\nends in a blank ";
    Mails.send(relay, Mails.mail(Mails.RECIPIENT, "Å".repeat(300), longLine));

    MimeMessage mail = server.only();
    String raw = TestMailServer.raw(mail);
    assertThat(raw).isASCII();
    assertThat(raw.lines().map(String::length)).allMatch(length -> length <= 78);
    assertThat(((String) mail.getContent()).replace("\r\n", "\n").stripTrailing())
        .isEqualTo(longLine.stripTrailing());
    assertThat(mail.getSubject()).isEqualTo("Å".repeat(300));
  }

  @Test
  void namesNeitherThisMachineNorItsProgram() throws Exception {
    Mails.send(relay, Mails.to(Mails.RECIPIENT));

    assertThat(Collections.list(server.only().getAllHeaders()))
        .extracting(header -> header.getName())
        .containsExactlyInAnyOrder(
            "Return-Path",
            "Received",
            "Date",
            "From",
            "To",
            "Message-ID",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding",
            "Auto-Submitted",
            "X-Auto-Response-Suppress");
    assertThat(server.only().getMessageID()).matches("<[0-9a-f-]{36}@example\\.dk>");
  }

  @Test
  void writesTheSameMailAgain() throws Exception {
    Message message = Mails.to(Mails.RECIPIENT);
    Mails.send(relay, message);
    Mails.send(relay, message);

    List<MimeMessage> twice = server.received();
    assertThat(twice).hasSize(2);
    assertThat(ours(twice.get(0))).isEqualTo(ours(twice.get(1)));
  }

  /** Without what the server put before it. */
  private static String ours(MimeMessage mail) {
    String raw = TestMailServer.raw(mail);
    return raw.substring(raw.indexOf("Date: "));
  }

  @Test
  void writesToADomainWithDanishLetters() throws Exception {
    Mails.send(relay, Mails.to("borger@Ærø.example"));

    assertThat(TestMailServer.recipients(server.only()))
        .containsExactly("borger@xn--r-3fa9c.example");
  }

  @Test
  void refusesASenderThatItCouldNotWrite() {
    MailSettings settings =
        new MailSettings(
            "127.0.0.1",
            25,
            Security.NONE,
            null,
            "\"a b\"@example.dk",
            null,
            Duration.ofSeconds(1),
            1);

    assertThatThrownBy(() -> new MailRelay(settings))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("borgerkontakt.mail.from");
  }
}
