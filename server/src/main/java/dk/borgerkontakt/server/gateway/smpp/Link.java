package dk.borgerkontakt.server.gateway.smpp;

import dk.borgerkontakt.server.outbox.BackOff;
import dk.borgerkontakt.server.outbox.NotTakenException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session, kept by a thread of its own: bound, watched, and bound again after a wait that grows
 * as long as none lasts. A centre that refuses the account is asked again once a minute.
 */
final class Link implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Link.class);

  private static final Duration WATCH = Duration.ofSeconds(1);
  private static final Duration LASTING = Duration.ofSeconds(10);
  private static final Duration REFUSED = Duration.ofMinutes(1);
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final Binding binding;
  private final BackOff backOff;
  private final Thread thread = new Thread(this::run, "smpp");
  private boolean started;
  private volatile boolean closing;
  private volatile @Nullable SmppSession session;

  Link(Binding binding, BackOff backOff) {
    this.binding = binding;
    this.backOff = backOff;
    thread.setDaemon(true);
  }

  synchronized void start() {
    if (!started && !closing) {
      started = true;
      thread.start();
    }
  }

  /** The session, if one is bound; it may be lost at any time. */
  SmppSession session() throws IOException {
    start();
    SmppSession bound = session;
    if (bound == null) {
      throw new NotTakenException("not bound");
    }
    return bound;
  }

  private void run() {
    int attempts = 0;
    boolean isAwayTold = false;
    while (!closing) {
      long begin = System.nanoTime();
      try {
        attempts++;
        SmppSession bound = binding.bind();
        isAwayTold = false;
        keep(bound);
        attempts = System.nanoTime() - begin > LASTING.toNanos() ? 1 : attempts;
        pause(backOff.after(attempts));
      } catch (BindRefusedException e) {
        LOG.error("The SMS centre refuses the account: {}", e.getMessage());
        pause(REFUSED.plus(backOff.after(attempts)));
      } catch (Throwable e) {
        // The thread has to live on: nobody else would bind.
        if (!isAwayTold) {
          LOG.warn("The SMS centre can't be reached: {}", e.getClass().getName());
        }
        isAwayTold = true;
        pause(backOff.after(attempts));
      }
    }
  }

  private void keep(SmppSession bound) {
    LOG.info("Bound to the SMS centre");
    session = bound;
    try {
      while (!closing && !bound.isLostWithin(WATCH)) {
        bound.dropIfSilent();
      }
    } finally {
      session = null;
      bound.end();
    }
    if (!closing) {
      LOG.warn("The session with the SMS centre has ended");
    }
  }

  private void pause(Duration duration) {
    try {
      if (!closing) {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
      }
    } catch (InterruptedException e) {
      // It is closing, which the loop sees.
    }
  }

  /** Unbinds, and doesn't wait for the centre longer than a few seconds. */
  @Override
  public void close() {
    SmppSession bound;
    synchronized (this) {
      closing = true;
      bound = session;
    }
    thread.interrupt();
    try {
      thread.join(CLOSING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (bound != null) {
      bound.drop();
    }
  }
}
