package dk.borgerkontakt.server;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseConfig;
import dk.borgerkontakt.persistence.outbox.Origin;
import dk.borgerkontakt.persistence.outbox.OutboxDao;
import dk.borgerkontakt.persistence.outbox.OutboxMessage;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.persistence.request.RequestIdDao;
import dk.borgerkontakt.persistence.verifikation.VerifikationskodeDao;
import dk.borgerkontakt.server.testing.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is forgotten, and what is not yet. */
class HousekeepingTest {

  private static final Duration KEPT = Duration.ofDays(30);
  private static final int SMS = 1;

  @TempDir Path folder;
  private final MutableClock clock = new MutableClock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private Database database;
  private Housekeeping housekeeping;
  private long borgerId;

  @BeforeEach
  void open() {
    String url = DatabaseConfig.embeddedUrl(folder);
    database = Database.open(new DatabaseConfig(url, null, null, 2, Duration.ofSeconds(5)));
    housekeeping = new Housekeeping(database, registry, KEPT, clock);
    borgerId =
        database.inTransaction(
            handle -> {
              new BorgerDao(handle).upsert("0107809001", false);
              return new BorgerDao(handle).findByCpr("0107809001").orElseThrow().id();
            });
  }

  @AfterEach
  void close() {
    housekeeping.close();
    database.close();
  }

  @Test
  void messagesThatLeftTheQueueAreKeptAsLongAsConfigured() {
    UUID waiting = queued();
    UUID old = queued();
    finish(old);
    clock.advance(Duration.ofSeconds(1));
    UUID young = queued();
    finish(young);

    clock.advance(KEPT);
    housekeeping.forget();
    assertThat(messages()).containsExactlyInAnyOrder(waiting, young);

    clock.advance(Duration.ofSeconds(1));
    housekeeping.forget();
    assertThat(messages()).containsExactly(waiting);
  }

  @Test
  void codesAndRequestIdsAreKeptForADayAndAnHour() {
    database.useTransaction(this::codeAndRequestId);
    clock.advance(Duration.ofHours(25));
    housekeeping.forget();
    assertThat(count("verifikationskode")).isEqualTo(1);
    assertThat(count("request_id")).isEqualTo(1);

    clock.advance(Duration.ofMinutes(10));
    housekeeping.forget();
    assertThat(count("verifikationskode")).isZero();
    assertThat(count("request_id")).isZero();
  }

  @Test
  void aMessageOutlivesItsCode() {
    UUID message = queued();
    finish(message);

    clock.advance(Duration.ofHours(26));
    housekeeping.forget();

    assertThat(count("verifikationskode")).isZero();
    assertThat(messages()).containsExactly(message);
  }

  @Test
  void howeverMuchIsOldAllOfItIsForgottenInOneGo() {
    insertRequestIds(2500);
    clock.advance(Duration.ofHours(26));

    housekeeping.forget();

    assertThat(count("request_id")).isZero();
    assertThat(registry.get("housekeeping.runs").tag("outcome", "done").counter().count())
        .isEqualTo(1);
  }

  @Test
  void theEndOfTheServiceIsNotHeldUpByWhatIsOld() {
    insertRequestIds(10);
    clock.advance(Duration.ofHours(26));
    housekeeping.close();

    housekeeping.forget();

    assertThat(count("request_id")).isEqualTo(10);
  }

  private void insertRequestIds(int rows) {
    database.useTransaction(
        handle ->
            handle.execute(
                """
                insert into request_id (client_id, request_id, modtaget)
                select 'star', cast(n as varchar), ? from system_range(1, ?) range (n)\
                """,
                clock.instant(),
                rows));
  }

  private UUID queued() {
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    Instant end = now.plusSeconds(300);
    database.useTransaction(
        handle -> {
          long code =
              new VerifikationskodeDao(handle).insert(borgerId, SMS, new byte[32], now, end);
          Origin origin = new Origin(borgerId, SMS, new byte[32], code);
          new OutboxDao(handle)
              .insert(new OutboxMessage(id, origin, "SMS", new byte[] {7}, now, end));
        });
    return id;
  }

  private void finish(UUID id) {
    database.useTransaction(handle -> new OutboxDao(handle).sent(id, clock.instant(), null));
  }

  private void codeAndRequestId(Handle handle) {
    Instant now = clock.instant();
    new VerifikationskodeDao(handle).insert(borgerId, SMS, new byte[32], now, now.plusSeconds(300));
    new RequestIdDao(handle).take("star", UUID.randomUUID().toString(), now, now);
  }

  private List<UUID> messages() {
    return database.withHandle(
        handle -> handle.createQuery("select id from outbox").mapTo(UUID.class).list());
  }

  private int count(String table) {
    return database.withHandle(
        handle -> handle.createQuery("select count(*) from " + table).mapTo(int.class).one());
  }
}
