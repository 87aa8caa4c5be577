package dk.borgerkontakt.server.gateway.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A real mail server: what was sent to it is read from its mailboxes. */
final class TestMailServer implements AutoCloseable {

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  TestMailServer() {
    server.start();
  }

  int port() {
    return server.getSmtp().getPort();
  }

  /** Asks for a login from now on, and knows this one alone. */
  void requireLogin(String user, String password) {
    server.setUser(user, password);
    server.getUserManager().setAuthRequired(true);
  }

  /** One for each recipient of each message. */
  List<MimeMessage> received() {
    return List.of(server.getReceivedMessages());
  }

  void clear() {
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  MimeMessage only() {
    List<MimeMessage> received = received();
    if (received.size() != 1) {
      throw new AssertionError(received.size() + " messages in place of one");
    }
    return received.get(0);
  }

  /** The bytes that it took, each as one character. */
  static String raw(MimeMessage message) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      message.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  static List<String> recipients(MimeMessage message) {
    try {
      return List.of(message.getAllRecipients()).stream().map(Address::toString).toList();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
