package dk.borgerkontakt.server.gateway.mail;

import dk.borgerkontakt.server.outbox.Message;
import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/**
 * A message as a mail (RFC 5322, RFC 2045): plain text, its headers in ASCII, the same to the byte
 * each time it is written, so that who gets it twice can tell.
 */
final class Letter extends MimeMessage {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /** As RFC 5322, 3.3; some programs show it to the citizen as it stands. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneId.of("Europe/Copenhagen"));

  private final Mailbox recipient;
  private final String id;

  private Letter(Session session, Mailbox recipient, String id) {
    super(session);
    this.recipient = recipient;
    this.id = id;
  }

  static Letter of(Message message, Mailbox recipient, Sender sender, Session session) {
    Letter letter = new Letter(session, recipient, message.id() + "@" + sender.mailbox().domain());
    try {
      letter.write(message, sender);
    } catch (MessagingException | UnsupportedEncodingException e) {
      // Neither the text nor the address may come out with it.
      throw new IllegalStateException("a message that can't be written as a mail");
    }
    return letter;
  }

  Mailbox recipient() {
    return recipient;
  }

  /** To whom the relay brings it, whatever the headers say. */
  Address[] envelope() {
    InternetAddress address = new InternetAddress();
    address.setAddress(recipient.address());
    return new Address[] {address};
  }

  /** The Message-ID without its angle brackets. */
  String id() {
    return id;
  }

  private void write(Message message, Sender sender)
      throws MessagingException, UnsupportedEncodingException {
    setHeader("Date", DATE.format(message.oprettet()));
    setHeader("From", MimeUtility.fold("From: ".length(), sender.header()));
    setHeader("To", recipient.address());
    setHeader("Subject", subject(Objects.requireNonNullElse(message.emne(), "")));
    // Nobody's absence is answered to this (RFC 3834, 5; the second is what Exchange looks at).
    setHeader("Auto-Submitted", "auto-generated");
    setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
    String lines = message.tekst().replaceAll("\r\n|\r|\n", "\r\n");
    setDataHandler(
        new DataHandler(
            new ByteArrayDataSource(
                lines.getBytes(StandardCharsets.UTF_8), "text/plain; charset=UTF-8")));
    // Lines of 76 characters of ASCII, which every relay takes.
    setHeader("Content-Transfer-Encoding", "quoted-printable");
    saveChanges();
  }

  /** Without controls and line ends of any kind, so that it stays one header. */
  private static String subject(String emne) throws UnsupportedEncodingException {
    String oneLine = emne.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    return MimeUtility.fold("Subject: ".length(), MimeUtility.encodeText(oneLine, UTF_8, null));
  }

  /** The library's own would name this machine. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", '<' + id + '>');
  }
}
