package dk.borgerkontakt.server.gateway.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.bean.Command;
import org.jsmpp.extra.PendingResponse;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;

/** A session of jSMPP that says when it is lost, and then lets nobody wait in vain. */
final class SmppSession extends SMPPSession {

  private final LateAnswers answers;
  private final Duration longestSilence;
  private final CountDownLatch lost = new CountDownLatch(1);

  SmppSession(Sockets sockets, Duration timeout, Duration enquireLink) {
    this(new LateAnswers(), sockets, timeout, enquireLink);
  }

  private SmppSession(
      LateAnswers answers, Sockets sockets, Duration timeout, Duration enquireLink) {
    super(answers, new PduReader(), sockets);
    this.answers = answers;
    this.longestSilence = enquireLink.plus(timeout.multipliedBy(2));
    setTransactionTimer(timeout.toMillis());
    setEnquireLinkTimer(Math.toIntExact(enquireLink.toMillis()));
    addSessionStateListener(
        (now, before, source) -> {
          if (before.isBound() && !now.isBound()) {
            lost.countDown();
          }
        });
  }

  /** Answers a deliver_sm, whenever the answer is known. */
  void answer(int status, int sequenceNumber) throws IOException {
    answers.send(connection().getOutputStream(), status, sequenceNumber);
  }

  /** Waits for the end of the session, up to this long; an interrupt is a reason to look up. */
  boolean isLostWithin(Duration duration) {
    try {
      return lost.await(duration.toNanos(), TimeUnit.NANOSECONDS) || !connection().isOpen();
    } catch (InterruptedException e) {
      return false;
    }
  }

  /**
   * Drops a session on which nothing has come for longer than a link that is tried and answered can
   * be silent. jSMPP finds most of that, but not a centre that no longer reads.
   */
  void dropIfSilent() {
    if (System.currentTimeMillis() - getLastActivityTimestamp() > longestSilence.toMillis()) {
      drop();
    }
  }

  /** Unbinds, if it is still bound, and closes. */
  void end() {
    unbindAndClose();
    abandon();
  }

  /** Closes without a word. */
  void drop() {
    close();
    abandon();
  }

  /**
   * jSMPP would let them wait for their answers until the timeout. Whoever is about to wait looks
   * for an answer alone before, and for what is wrong after: so it gets both, in this order.
   */
  private void abandon() {
    int number = sequence().currentValue();
    while (number > 0 && getUnacknowledgedRequests() > 0) {
      number--;
      @Nullable PendingResponse<Command> waiting = removePendingResponse(number);
      if (waiting != null) {
        waiting.doneWithInvalidResponse(new InvalidResponseException("the session has ended"));
        waiting.done(new Command());
      }
    }
  }
}
