package dk.borgerkontakt.server.audit;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseException;
import dk.borgerkontakt.persistence.audit.AuditDao;
import dk.borgerkontakt.persistence.audit.AuditRow;
import dk.borgerkontakt.server.telemetry.Timings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Commits the audit rows of concurrent reads together. A commit costs a wait for the disk; while
 * one is under way the next readers gather, and share the following one.
 */
public final class SharedCommit implements AutoCloseable {

  private static final int LARGEST_BATCH = 500;

  private static final Duration CLOSING = Duration.ofSeconds(10);

  private enum Outcome {
    COMMITTED,
    FAILED
  }

  private record Waiting(List<AuditRow> rows, CompletableFuture<Void> committed) {}

  private final Database database;
  private final Timings<Outcome> timings;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final Thread committer = new Thread(this::run, "audit-commit");
  private volatile boolean closed;

  public SharedCommit(Database database, MeterRegistry registry) {
    this.database = database;
    this.timings = new Timings<>(registry, "audit.commit", "outcome", Outcome.class);
    committer.setDaemon(true);
    committer.start();
  }

  /** Returns when the rows are committed; throws what the commit threw. */
  public void insert(List<AuditRow> rows) {
    Waiting waiting = new Waiting(rows, new CompletableFuture<>());
    queue.add(waiting);
    if (closed) {
      refuseWaiting();
    }
    try {
      waiting.committed().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void run() {
    while (!closed) {
      try {
        List<Waiting> batch = new ArrayList<>();
        batch.add(queue.take());
        queue.drainTo(batch, LARGEST_BATCH - 1);
        commit(batch);
      } catch (InterruptedException e) {
        closed = true;
      }
    }
    refuseWaiting();
  }

  /** Rows that can't be stored must not take the others' with them. */
  private void commit(List<Waiting> batch) {
    if (!isSettled(batch)) {
      batch.forEach(waiting -> isSettled(List.of(waiting)));
    }
  }

  /**
   * Tries to commit; false when it may go better one by one. Whatever is thrown is for those who
   * wait: the thread has to live on for the next.
   */
  private boolean isSettled(List<Waiting> batch) {
    List<AuditRow> rows = batch.stream().flatMap(waiting -> waiting.rows().stream()).toList();
    long start = System.nanoTime();
    try {
      database.useTransaction(handle -> new AuditDao(handle).insert(rows));
      timings.record(Outcome.COMMITTED, start);
      batch.forEach(waiting -> waiting.committed().complete(null));
      return true;
    } catch (Throwable e) {
      timings.record(Outcome.FAILED, start);
      if (batch.size() > 1 && !isOutOfReach(e)) {
        return false;
      }
      batch.forEach(waiting -> waiting.committed().completeExceptionally(e));
      return true;
    }
  }

  private static boolean isOutOfReach(Throwable e) {
    return e instanceof DatabaseException database && database.isTransient();
  }

  private void refuseWaiting() {
    IllegalStateException stopped = new IllegalStateException("the audit is closed");
    for (Waiting left = queue.poll(); left != null; left = queue.poll()) {
      left.committed().completeExceptionally(stopped);
    }
  }

  /**
   * The server has finished its requests when it closes this; one that comes later is refused. The
   * thread is not interrupted: an interrupt would close H2's file under the commit at hand.
   */
  @Override
  public void close() {
    closed = true;
    queue.add(new Waiting(List.of(), new CompletableFuture<>()));
    try {
      committer.join(CLOSING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
