package dk.borgerkontakt.server.sandbox;

import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.MessageSender;
import dk.borgerkontakt.server.outbox.Outcome;
import java.io.IOException;
import java.time.Instant;

/** Hands to a gateway what is for an allowed recipient; all else goes to the sandbox's folder. */
final class AllowListSender implements MessageSender {

  private final AllowedRecipients allowed;
  private final MessageSender gateway;
  private final MessageSender folder;

  AllowListSender(AllowedRecipients allowed, MessageSender gateway, MessageSender folder) {
    this.allowed = allowed;
    this.gateway = gateway;
    this.folder = folder;
  }

  @Override
  public Outcome send(Message message, Instant udloeber) throws IOException {
    MessageSender chosen = allowed.allows(message.modtager()) ? gateway : folder;
    return chosen.send(message, udloeber);
  }

  @Override
  public void close() {
    gateway.close();
  }
}
