package dk.borgerkontakt.server.delivery;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.outbox.Origin;
import dk.borgerkontakt.persistence.outbox.OutboxDao;
import dk.borgerkontakt.persistence.outbox.OutboxMessage;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.persistence.verifikation.VerifikationskodeDao;
import dk.borgerkontakt.server.audit.AuditHash;
import dk.borgerkontakt.server.audit.Auditor;
import dk.borgerkontakt.server.audit.SharedCommit;
import dk.borgerkontakt.server.keys.KeyedHash;
import dk.borgerkontakt.server.outbox.AddressHash;
import dk.borgerkontakt.server.outbox.Carrier;
import dk.borgerkontakt.server.outbox.DeliveryReceipts;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.MessageSender;
import dk.borgerkontakt.server.outbox.Outbox;
import dk.borgerkontakt.server.outbox.Outcome;
import dk.borgerkontakt.server.telemetry.Tracing;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A database with an empty outbox, a clock, and workers that are closed in the end. */
final class OutboxFixture implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Duration LIFETIME = Duration.ofMinutes(5);
  static final int TYPE = 1;
  static final String NUMBER = "+4520120002";
  private static final int PARALLEL = 2;
  private static final List<String> TABLES =
      List.of(
          "audit", "outbox", "verifikationskode", "kontaktinformation", "tidligere_cpr", "borger");

  private final KeyedHash hash =
      new KeyedHash(new SecretKeySpec(new byte[32], KeyedHash.ALGORITHM));
  private final AddressHash addressHash = new AddressHash(hash);

  final MutableClock clock = new MutableClock();
  final Outbox outbox = anotherOutbox();
  final Database database;
  final long borgerId;
  private final List<Workers> started = new ArrayList<>();

  OutboxFixture(Database database) {
    this.database = database;
    clock.set(NOW);
    database.useTransaction(
        handle -> TABLES.forEach(table -> handle.execute("delete from " + table)));
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

  /** The workers of one process, one for each channel, and what they have counted. */
  record Workers(OutboxWorkers workers, Ledger ledger, Tally tally) implements AutoCloseable {

    long sent() {
      return sum(Tally.Event.SENT);
    }

    long dropped() {
      return sum(Tally.Event.DROPPED);
    }

    long retried() {
      return sum(Tally.Event.RETRIED);
    }

    long failed() {
      return sum(Tally.Event.FAILED);
    }

    private long sum(Tally.Event event) {
      return Stream.of(Kanal.values()).mapToLong(kanal -> tally.of(kanal, event)).sum();
    }

    @Override
    public void close() {
      workers.close();
    }
  }

  Workers start(Sending sending) {
    return start(outbox, sending);
  }

  Workers start(Outbox outbox, Sending sending) {
    return start(
        outbox,
        PARALLEL,
        (message, udloeber) -> {
          sending.send(message);
          return new Outcome.Accepted(null);
        });
  }

  Workers start(Outbox outbox, int parallel, MessageSender sender) {
    return start(
        outbox,
        clock,
        receipts ->
            Stream.of(Kanal.values()).map(kanal -> new Carrier(kanal, sender, parallel)).toList());
  }

  Workers start(Outbox outbox, Clock clock, Function<DeliveryReceipts, List<Carrier>> carriers) {
    Auditor auditor =
        new Auditor(
            database,
            new SharedCommit(database, new SimpleMeterRegistry()),
            new AuditHash(hash),
            clock,
            Tracing.off());
    UnreachableAddress unreachable = new UnreachableAddress(addressHash, auditor, clock);
    Tally tally = new Tally();
    Ledger ledger = new Ledger(database, unreachable, tally, clock);
    Workers workers =
        new Workers(
            new OutboxWorkers(
                carriers.apply(ledger), database, outbox, ledger, tally, clock, new Random(1)),
            ledger,
            tally);
    started.add(workers);
    workers.workers().start();
    return workers;
  }

  Message message() {
    return message(Kanal.SMS);
  }

  Message message(Kanal kanal) {
    return new Message(
        UUID.randomUUID(), kanal, NUMBER, null, "Din kode er 123456", clock.instant());
  }

  /** Enqueues a message with a live code of its own and returns it. */
  Message enqueue() {
    Message message = message();
    enqueue(message);
    return message;
  }

  void enqueue(Message message) {
    enqueueAll(List.of(message));
  }

  /** In one commit. */
  void enqueueAll(List<Message> messages) {
    Instant end = clock.instant().plus(LIFETIME);
    database.useTransaction(
        handle -> {
          for (Message message : messages) {
            long code =
                new VerifikationskodeDao(handle)
                    .insert(borgerId, TYPE, new byte[32], clock.instant(), end);
            outbox.enqueue(handle, message, origin(code), end);
          }
        });
  }

  Origin origin(@Nullable Long codeId) {
    return new Origin(borgerId, TYPE, addressHash.of(TYPE, NUMBER), codeId);
  }

  /** A row that no key opens. */
  UUID enqueuePoison() {
    UUID id = UUID.randomUUID();
    database.useTransaction(
        handle ->
            new OutboxDao(handle)
                .insert(
                    new OutboxMessage(
                        id,
                        origin(null),
                        "SMS",
                        new byte[40],
                        clock.instant(),
                        NOW.plus(LIFETIME))));
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
    started.forEach(Workers::close);
  }
}
