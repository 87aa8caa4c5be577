package dk.borgerkontakt.server.gateway.mail;

import dk.borgerkontakt.server.outbox.NotTakenException;
import dk.borgerkontakt.server.outbox.Outcome;
import dk.borgerkontakt.server.outbox.Outcome.Accepted;
import dk.borgerkontakt.server.outbox.Outcome.Refused;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.Socket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A connection that is open at the relay, logged in if need be. Used by one thread at a time. */
final class RelayConnection implements AutoCloseable {

  /** Some relays end a connection after a hundred messages. */
  private static final int MOST_MESSAGES = 100;

  private static final int CLOSING = 421;
  private static final int LONGEST_ID = 100;

  private final Socket socket;
  private final Conversation conversation;
  private int messages;
  private boolean isBroken;
  private long lastUse = System.nanoTime();

  RelayConnection(Socket socket, Conversation conversation) {
    this.socket = socket;
    this.conversation = conversation;
  }

  /** What is cut when time is up: the connection below TLS. */
  Socket socket() {
    return socket;
  }

  /** Sends the letter; afterwards the connection may be of no more use. */
  Outcome send(Letter letter) throws NotTakenException {
    if (!letter.recipient().isAscii() && !conversation.takesUtf8()) {
      return new Refused(false, "local 5.6.7");
    }
    messages++;
    try {
      conversation.send(letter);
      return new Accepted(letter.id().length() > LONGEST_ID ? null : letter.id());
    } catch (MessagingException | RuntimeException e) {
      return refused(e);
    } finally {
      lastUse = System.nanoTime();
    }
  }

  private Refused refused(Exception reason) throws NotTakenException {
    SmtpReply refusal = conversation.refusal();
    Stage stage = conversation.stage();
    isBroken = refusal == null || refusal.code() == CLOSING || !conversation.isConnected();
    if (refusal == null || stage == Stage.MAIL || !refusal.isForGood()) {
      throw stage.failed(reason(refusal, reason));
    }
    return new Refused(stage == Stage.RCPT && refusal.isAddressInvalid(), refusal.toString());
  }

  /** The reply's numbers, else the type of what went wrong first. */
  static String reason(@Nullable SmtpReply refusal, Exception reason) {
    if (refusal != null) {
      return refusal.toString();
    }
    Throwable first = reason;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    boolean isNoReply =
        first instanceof MessagingException && !(first instanceof AuthenticationFailedException);
    return isNoReply ? "no reply" : first.getClass().getSimpleName();
  }

  /** Whether nothing was handed over when the last message failed. */
  boolean failedBeforeMail() {
    return conversation.stage() == Stage.MAIL;
  }

  boolean isReusable() {
    return !isBroken && messages < MOST_MESSAGES;
  }

  boolean isIdleFor(Duration time) {
    return System.nanoTime() - lastUse > time.toNanos();
  }

  /** Says goodbye and ends it; whether the relay hears that is of no consequence. */
  @Override
  public void close() {
    try {
      conversation.close();
    } catch (MessagingException alreadyGone) {
      // What was said on it has been answered.
    }
  }
}
