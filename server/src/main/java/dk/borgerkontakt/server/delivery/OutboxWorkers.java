package dk.borgerkontakt.server.delivery;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.server.outbox.BackOff;
import dk.borgerkontakt.server.outbox.Carrier;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** One worker for each channel, so that a gateway that hangs holds up no other. */
public final class OutboxWorkers implements AutoCloseable {

  private static final Duration CLOSING = Duration.ofSeconds(35);

  private final List<OutboxWorker> workers;

  /** Workers that begin when they are started. */
  public OutboxWorkers(
      List<Carrier> carriers,
      Database database,
      Outbox outbox,
      Ledger ledger,
      Tally tally,
      Clock clock,
      RandomGenerator random) {
    Delivery delivery = new Delivery(database, outbox, ledger, tally, new BackOff(random), clock);
    workers =
        carriers.stream()
            .map(carrier -> new OutboxWorker(carrier, database, outbox, delivery, clock))
            .toList();
  }

  public void start() {
    workers.forEach(OutboxWorker::start);
  }

  /** The channels that have a gateway. */
  public List<Kanal> channels() {
    return workers.stream().map(OutboxWorker::kanal).toList();
  }

  /** Whether the channel's gateway takes nothing at the moment. */
  public boolean isGatewayClosed(Kanal kanal) {
    return workers.stream().anyMatch(it -> it.kanal() == kanal && it.isGatewayClosed());
  }

  /** Lets the messages that are being sent be finished, for so long as one may take. */
  @Override
  public void close() {
    workers.forEach(OutboxWorker::stop);
    long deadline = System.nanoTime() + CLOSING.toNanos();
    workers.forEach(worker -> worker.close(deadline));
  }
}
