package dk.borgerkontakt.server.outbox;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseConfig;
import dk.borgerkontakt.persistence.outbox.OutboxDao;
import dk.borgerkontakt.persistence.outbox.OutboxMessage;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.persistence.verifikation.VerifikationskodeDao;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.MutableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A database with an outbox, a clock, and workers that are closed in the end. */
final class OutboxFixture implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final int TYPE = 1;

  final MutableClock clock = new MutableClock();
  final Outbox outbox = anotherOutbox();
  final Database database;
  private final long borgerId;
  private final List<OutboxWorker> workers = new ArrayList<>();

  OutboxFixture(Path folder) {
    clock.set(NOW);
    database =
        Database.open(
            new DatabaseConfig(
                DatabaseConfig.embeddedUrl(folder), null, null, 4, Duration.ofSeconds(5)));
    borgerId =
        database.inTransaction(
            handle -> {
              new BorgerDao(handle).upsert("0207809002", false);
              return new BorgerDao(handle).findByCpr("0207809002").orElseThrow().id();
            });
  }

  /** An outbox as another process on the same database has it. */
  static Outbox anotherOutbox() {
    SecretKey key = new SecretKeySpec(new byte[32], Outbox.ALGORITHM);
    return new Outbox(key, new SecureRandom());
  }

  /** Takes messages over, or throws. */
  interface Sending {
    void send(Message message) throws IOException;
  }

  OutboxWorker start(Sending sending) {
    return start(outbox, sending);
  }

  OutboxWorker start(Outbox outbox, Sending sending) {
    MessageSender sender =
        (message, udloeber) -> {
          sending.send(message);
          return new Outcome.Accepted(null);
        };
    OutboxWorker worker = new OutboxWorker(database, outbox, sender, clock, new Random(1));
    workers.add(worker);
    worker.start();
    return worker;
  }

  Message message() {
    return new Message(
        UUID.randomUUID(), Kanal.SMS, "+4520120002", null, "Din kode er 123456", clock.instant());
  }

  /** Enqueues a message with a live code of its own and returns it. */
  Message enqueue() {
    Message message = message();
    enqueue(message);
    return message;
  }

  void enqueue(Message message) {
    database.useTransaction(
        handle -> {
          Instant end = clock.instant().plus(LIFETIME);
          long code =
              new VerifikationskodeDao(handle)
                  .insert(borgerId, TYPE, new byte[32], clock.instant(), end);
          outbox.enqueue(handle, message, code, end);
        });
  }

  /** A row that no key opens. */
  UUID enqueuePoison() {
    UUID id = UUID.randomUUID();
    database.useTransaction(
        handle ->
            new OutboxDao(handle)
                .insert(
                    new OutboxMessage(
                        id, null, "SMS", new byte[40], clock.instant(), NOW.plus(LIFETIME))));
    return id;
  }

  void killCodes() {
    database.useTransaction(
        handle -> new VerifikationskodeDao(handle).killLive(borgerId, TYPE, clock.instant()));
  }

  /** 0 queued, 1 sent, 2 dropped. */
  int state(UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select("select tilstand from outbox where id = ?", id)
                .mapTo(Integer.class)
                .one());
  }

  /** Whether the row of a message still has any content. */
  boolean hasContent(UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select("select indhold is not null from outbox where id = ?", id)
                .mapTo(Boolean.class)
                .one());
  }

  void advance(Duration duration) {
    clock.advance(duration);
    outbox.wake();
  }

  static void await(BooleanSupplier condition) {
    Await.until(
        "the outbox", () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  @Override
  public void close() {
    workers.forEach(OutboxWorker::close);
    database.close();
  }
}
