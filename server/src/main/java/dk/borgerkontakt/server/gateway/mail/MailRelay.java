package dk.borgerkontakt.server.gateway.mail;

import dk.borgerkontakt.server.config.messages.MailSettings;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.MessageSender;
import dk.borgerkontakt.server.outbox.Outcome;
import dk.borgerkontakt.server.outbox.Outcome.Refused;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Hands mails to a relay by SMTP. The gateway's id of a message is its Message-ID, which both sides
 * log; codes are the reply's numbers, or begin with {@code local} where the relay was not asked.
 */
public final class MailRelay implements MessageSender {

  /** Less than the half minute that a sender has. */
  private static final Duration LONGEST = Duration.ofSeconds(25);

  private static final Duration KEPT = Duration.ofSeconds(5);

  private final Sender sender;
  private final RelayConnector connector;
  private final RelayConnections connections;

  /**
   * Checks sender and certificates, and connects to nobody; a fault is a ConfigurationException.
   */
  public MailRelay(MailSettings settings) {
    this(settings, LONGEST, KEPT);
  }

  /**
   * @param longest time that one message has, all in all
   * @param kept how long a connection may be idle
   */
  MailRelay(MailSettings settings, Duration longest, Duration kept) {
    this.sender = Sender.of(settings.from());
    this.connector = new RelayConnector(settings, sender);
    this.connections = new RelayConnections(connector, settings.connections(), longest, kept);
  }

  @Override
  public Outcome send(Message message, Instant udloeber) throws IOException {
    Mailbox recipient = Mailbox.of(message.modtager());
    if (recipient == null) {
      return new Refused(false, "local 5.1.3");
    }
    return connections.send(Letter.of(message, recipient, sender, connector.session()));
  }

  @Override
  public void close() {
    connections.close();
  }
}
