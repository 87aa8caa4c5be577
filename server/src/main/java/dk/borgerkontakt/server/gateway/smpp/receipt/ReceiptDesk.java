package dk.borgerkontakt.server.gateway.smpp.receipt;

import dk.borgerkontakt.server.outbox.DeliveryReceipts;
import dk.borgerkontakt.server.outbox.Kanal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DeliverSm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has receipts noted, on threads of its own, and answers each when it can't be lost any more. One
 * that comes before our own transaction has told its message's id waits for that a few seconds.
 */
public final class ReceiptDesk implements AutoCloseable {

  /** Tells the centre the status, or finds that the session is gone. */
  public interface Answer {
    void send(int status);
  }

  private static final Logger LOG = LoggerFactory.getLogger(ReceiptDesk.class);

  private static final int THREADS = 2;
  private static final int MOST_WAITING = 1000;
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);

  /** The waits add up to three seconds. */
  private static final Duration LAST_WAIT = Duration.ofMillis(1600);

  private final DeliveryReceipts receipts;
  private final MessageIds ids = new MessageIds();
  private final Semaphore places = new Semaphore(MOST_WAITING);
  private final ScheduledThreadPoolExecutor executor;

  /** Is told of receipts from the first on; there is nothing to start. */
  public ReceiptDesk(DeliveryReceipts receipts) {
    this.receipts = receipts;
    this.executor =
        new ScheduledThreadPoolExecutor(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "smpp-receipts");
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Learns what the centre's ids look like from that of a message it took; empty: it has none. */
  public void noteAccepted(String id) {
    ids.noteAccepted(id);
  }

  /** Returns at once; the answer follows. What is no receipt is answered, and dropped. */
  public void take(DeliverSm deliverSm, Answer answer) {
    Optional<StatusReport> report = StatusReport.of(deliverSm);
    if (report.isEmpty()) {
      answer.send(SMPPConstant.STAT_ESME_ROK);
    } else if (places.tryAcquire()) {
      executor.execute(() -> note(report.get(), answer, FIRST_WAIT));
    } else {
      answer.send(SMPPConstant.STAT_ESME_RX_T_APPN);
    }
  }

  private void note(StatusReport report, Answer answer, Duration wait) {
    try {
      if (!isNoted(report)) {
        if (wait.compareTo(LAST_WAIT) <= 0) {
          ScheduledFuture<?> unused =
              executor.schedule(
                  () -> note(report, answer, wait.multipliedBy(2)),
                  wait.toMillis(),
                  TimeUnit.MILLISECONDS);
          return;
        }
        LOG.debug("A receipt of a message that nobody knows");
      }
    } catch (RuntimeException e) {
      LOG.warn(
          "A receipt is not noted, the centre shall send it again: {}", e.getClass().getName());
      finish(answer, SMPPConstant.STAT_ESME_RX_T_APPN);
      return;
    }
    finish(answer, SMPPConstant.STAT_ESME_ROK);
  }

  private boolean isNoted(StatusReport report) {
    return report.ids().stream()
        .flatMap(id -> ids.formsOf(id).stream())
        .distinct()
        .anyMatch(id -> receipts.received(Kanal.SMS, id, report.receipt(), report.code()));
  }

  private void finish(Answer answer, int status) {
    places.release();
    answer.send(status);
  }

  /** What is not noted yet is left to be sent again. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
