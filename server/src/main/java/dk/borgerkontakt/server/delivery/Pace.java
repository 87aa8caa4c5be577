package dk.borgerkontakt.server.delivery;

import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.MessageSender;
import dk.borgerkontakt.server.outbox.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Watches whether a gateway takes anything at all, so that thousands of messages don't knock at a
 * closed door. One that takes or refuses a message is open again.
 */
final class Pace implements MessageSender {

  private final MessageSender sender;
  private final int patience;
  private final AtomicInteger failures = new AtomicInteger();

  /**
   * @param patience how many failures in a row say that it is closed
   */
  Pace(MessageSender sender, int patience) {
    this.sender = sender;
    this.patience = patience;
  }

  boolean isClosed() {
    return failures.get() >= patience;
  }

  @Override
  public Outcome send(Message message, Instant udloeber) throws IOException {
    try {
      Outcome outcome = sender.send(message, udloeber);
      failures.set(0);
      return outcome;
    } catch (IOException e) {
      failures.incrementAndGet();
      throw e;
    }
  }

  @Override
  public void close() {
    sender.close();
  }
}
