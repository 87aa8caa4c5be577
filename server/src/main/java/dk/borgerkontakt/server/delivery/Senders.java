package dk.borgerkontakt.server.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The threads that send. There is room for twice as many messages, so that the next ones are there
 * when a thread becomes free; they are asked for a batch at a time, which the database thanks.
 */
final class Senders {

  private final int parallel;
  private final Semaphore room;
  private final ExecutorService threads;

  /** With what gives it back if it is claimed anew meanwhile. */
  private final Map<UUID, Optional<Runnable>> atWork = new ConcurrentHashMap<>();

  Senders(String name, int parallel) {
    this.parallel = parallel;
    room = new Semaphore(2 * parallel);
    AtomicInteger number = new AtomicInteger();
    threads =
        Executors.newFixedThreadPool(
            parallel,
            work -> {
              Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Waits for room for a batch, so long at most, and takes all that there is; 0: there is none. */
  int awaitRoom(Duration atMost) throws InterruptedException {
    if (!room.tryAcquire(parallel, atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      return 0;
    }
    return parallel + room.drainPermits();
  }

  void giveBack(int unused) {
    room.release(unused);
  }

  /**
   * Does the work on a message when a thread is free, and gives its room back. One that is still
   * being worked on is left to that, which outlasted its lease; it is given back when that ends,
   * for if it still is to be sent, nobody else would until the new lease ends.
   *
   * @param work tells whether it was done; if not, the message is given back as well
   */
  void send(UUID id, BooleanSupplier work, Runnable giveBack) {
    Optional<Runnable> claimedAnew = Optional.of(giveBack);
    if (atWork.merge(id, Optional.empty(), (before, now) -> claimedAnew).isPresent()) {
      room.release();
      return;
    }
    threads.execute(
        () -> {
          try {
            if (!isDone(id, work)) {
              giveBack.run();
            }
          } finally {
            room.release();
          }
        });
  }

  private boolean isDone(UUID id, BooleanSupplier work) {
    try {
      return work.getAsBoolean();
    } finally {
      Objects.requireNonNull(atWork.remove(id)).ifPresent(Runnable::run);
    }
  }

  /**
   * Ends the threads once their work is done. One that takes longer is left alone: an interrupt
   * would close H2's file under it.
   */
  void close(Duration atMost) throws InterruptedException {
    threads.shutdown();
    threads.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }
}
