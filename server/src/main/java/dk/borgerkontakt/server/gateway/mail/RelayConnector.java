package dk.borgerkontakt.server.gateway.mail;

import dk.borgerkontakt.server.config.messages.MailSetting;
import dk.borgerkontakt.server.config.messages.MailSettings;
import dk.borgerkontakt.server.config.messages.MailSettings.Login;
import dk.borgerkontakt.server.config.messages.MailSettings.Security;
import dk.borgerkontakt.server.gateway.TrustedCertificates;
import dk.borgerkontakt.server.outbox.NotTakenException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Properties;

/** Opens connections to the relay as the settings have it: TLS and login are never left out. */
final class RelayConnector {

  private final MailSettings settings;
  private final TrustedCertificates tls;
  private final Session session;
  private final URLName relay;

  RelayConnector(MailSettings settings, Sender sender) {
    this.settings = settings;
    this.tls = TrustedCertificates.of(settings.caFile(), MailSetting.CA_FILE);
    this.session = Session.getInstance(properties(sender));
    Login login = settings.login();
    this.relay =
        new URLName(
            "smtp",
            settings.host(),
            settings.port(),
            null,
            login == null ? null : login.user(),
            login == null ? null : login.password());
  }

  /** What letters are written in. */
  Session session() {
    return session;
  }

  private Properties properties(Sender sender) {
    Properties properties = new Properties();
    // Neither the machine's name nor its address: the relay has no use for them.
    properties.setProperty("mail.smtp.localhost", sender.mailbox().domain());
    properties.setProperty("mail.smtp.from", sender.mailbox().address());
    boolean isStartTls = settings.security() == Security.STARTTLS;
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(isStartTls));
    properties.put("mail.smtp.ssl.socketFactory", tls.sslContext().getSocketFactory());
    properties.setProperty(
        "mail.smtp.ssl.protocols", String.join(" ", TrustedCertificates.PROTOCOLS));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.auth", Boolean.toString(settings.login() != null));
    properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.setProperty("mail.mime.allowutf8", "true");
    return properties;
  }

  RelayConnection connect(Deadline deadline) throws NotTakenException {
    Conversation conversation = new Conversation(session, relay);
    Socket socket = new RelaySocket();
    try {
      deadline.watch(socket);
      open(socket);
      conversation.connect(
          settings.security() == Security.TLS
              ? tls.secured(socket, settings.host(), settings.port())
              : socket);
    } catch (IOException | MessagingException | RuntimeException e) {
      close(socket);
      throw Stage.CONNECT.failed(reason(conversation, e));
    }
    if (settings.login() != null && !conversation.supportsExtension("AUTH")) {
      // The library goes on as nobody, and what a relay refuses to nobody says nothing of anybody.
      close(socket);
      throw Stage.CONNECT.failed("no AUTH offered");
    }
    return new RelayConnection(socket, conversation);
  }

  private String reason(Conversation conversation, Exception reason) {
    boolean isStartTls = settings.security() == Security.STARTTLS;
    boolean isMissing = isStartTls && conversation.missesStartTls();
    return isMissing
        ? "no STARTTLS offered"
        : RelayConnection.reason(conversation.refusal(), reason);
  }

  private void open(Socket socket) throws IOException {
    int millis = Math.toIntExact(settings.timeout().toMillis());
    socket.setSoTimeout(millis);
    socket.setTcpNoDelay(true);
    byte[] address = InetAddress.getByName(settings.host()).getAddress();
    // The library holds the certificate against this name; without it, it would ask DNS for one.
    InetAddress named = InetAddress.getByAddress(settings.host(), address);
    socket.connect(new InetSocketAddress(named, settings.port()), millis);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // It was never of use.
    }
  }
}
