package dk.borgerkontakt.server.delivery;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that send. There is room for twice as many messages, so that the next ones are there
 * when a thread becomes free; they are asked for a batch at a time, which the database thanks.
 */
final class Senders {

  private final int parallel;
  private final Semaphore room;
  private final ExecutorService threads;

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

  /** Waits until there is room for a batch, and takes all that there is. */
  int awaitRoom() throws InterruptedException {
    room.acquire(parallel);
    return parallel + room.drainPermits();
  }

  void giveBack(int unused) {
    room.release(unused);
  }

  /** Does the work when a thread is free, and gives its room back. */
  void send(Runnable work) {
    threads.execute(
        () -> {
          try {
            work.run();
          } finally {
            room.release();
          }
        });
  }

  /** Ends the threads once their work is done. */
  void close(Duration atMost) throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      threads.shutdownNow();
    }
  }
}
