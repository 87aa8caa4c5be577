package dk.borgerkontakt.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.embedded.H2Url;
import dk.borgerkontakt.persistence.outbox.Addressee;
import dk.borgerkontakt.persistence.outbox.ClaimedMessage;
import dk.borgerkontakt.persistence.outbox.MessageFateDao;
import dk.borgerkontakt.persistence.outbox.OutboxDao;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * From version 6 of the tables to this one: nothing of the outbox is lost, and a copy of the
 * service that was made for version 6 goes on working beside a newer one.
 */
class OutboxMigrationContract {

  private static final Instant NOW = DaoContract.NOW;
  private static final Instant EXPIRY = NOW.plusSeconds(300);
  private static final byte[] CONTENT = {7};

  private static final String OLD_INSERT =
      """
      insert into outbox (id, verifikationskode_id, kanal, indhold, oprettet, udloeber,
        naeste_forsoeg)
      values (?, ?, ?, ?, ?, ?, ?)\
      """;

  private static final String OLD_SELECT_DUE =
      """
      select id, kanal, indhold, udloeber, forsoeg + 1,
        udloeber > ? and (verifikationskode_id is null or exists (
          select 1 from verifikationskode v
          where v.id = outbox.verifikationskode_id and v.afsluttet is null and v.udloeber > ?))
      from outbox
      where tilstand = 0 and naeste_forsoeg <= ?
      order by naeste_forsoeg limit ? for update skip locked\
      """;

  private static final String OLD_LEASE =
      """
      update outbox set naeste_forsoeg = ?, forsoeg = forsoeg + 1 where id = ?\
      """;

  private static final String OLD_FINISH =
      """
      update outbox set tilstand = ?, afsluttet = ?, indhold = null where id = ? and tilstand = 0\
      """;

  private static final String OLD_RETRY_AT =
      """
      update outbox set naeste_forsoeg = ? where id = ? and tilstand = 0\
      """;

  private final String url;
  private final UUID queued = UUID.randomUUID();
  private final UUID retried = UUID.randomUUID();
  private final UUID sent = UUID.randomUUID();
  private final UUID dropped = UUID.randomUUID();
  private Database database;

  /** On a database that has no tables yet. */
  OutboxMigrationContract(String url) {
    this.url = url;
  }

  @BeforeEach
  void migrateFromVersionSix() {
    boolean isH2 = H2Url.isH2(url);
    String before = isH2 ? H2Url.withSettings(url) : url;
    String user = isH2 ? H2Url.USER : "postgres";
    Flyway.configure()
        .dataSource(before, user, "")
        .locations("classpath:db/migration")
        .target("6")
        .load()
        .migrate();
    Jdbi jdbi = Jdbi.create(before, user, "").registerArgument(new InstantArguments());
    jdbi.useTransaction(
        handle -> {
          insertAsBefore(handle, queued);
          insertAsBefore(handle, retried);
          handle.execute(OLD_LEASE, NOW.plusSeconds(30), retried);
          insertAsBefore(handle, sent);
          handle.execute(OLD_FINISH, 1, NOW, sent);
          insertAsBefore(handle, dropped);
          handle.execute(OLD_FINISH, 2, NOW, dropped);
        });
    database = Database.open(new DatabaseConfig(url, null, null, 4, Duration.ofSeconds(5)));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void losesNothing() {
    assertThat(claim(NOW)).extracting(ClaimedMessage::id).containsExactly(queued);
    assertThat(claim(NOW.plusSeconds(30)))
        .satisfiesExactly(
            message -> {
              assertThat(message.id()).isEqualTo(retried);
              assertThat(message.indhold()).isEqualTo(CONTENT);
              assertThat(message.udloeber()).isEqualTo(EXPIRY);
              assertThat(message.forsoeg()).isEqualTo(2);
              assertThat(message.live()).isTrue();
            });
    assertThat(state(sent)).isEqualTo(1);
    assertThat(state(dropped)).isEqualTo(2);
    Optional<Addressee> addressee = in(handle -> new MessageFateDao(handle).addressee(queued));
    assertThat(addressee).isEmpty();
    int purged = in(handle -> new OutboxDao(handle).purgeBefore(NOW.plusSeconds(1), 10));
    assertThat(purged).isEqualTo(2);
  }

  @Test
  void anOlderCopyGoesOnQueueingForANewerOne() {
    UUID another = UUID.randomUUID();
    database.useTransaction(handle -> insertAsBefore(handle, another));

    assertThat(claim(NOW))
        .extracting(ClaimedMessage::id)
        .containsExactlyInAnyOrder(queued, another);
    assertThat(isSent(another)).isTrue();
  }

  @Test
  void anOlderCopyGoesOnSendingWhatANewerOneDoesNotHold() {
    List<UUID> claimed = in(OutboxMigrationContract::claimAsBefore);
    assertThat(claimed).containsExactly(queued);
    assertThat(claim(NOW)).isEmpty();

    int given = in(handle -> handle.execute(OLD_RETRY_AT, NOW, queued));
    assertThat(given).isEqualTo(1);
    assertThat(claim(NOW)).hasSize(1);
    claimed = in(OutboxMigrationContract::claimAsBefore);
    assertThat(claimed).isEmpty();

    int finished = in(handle -> handle.execute(OLD_FINISH, 1, NOW, queued));
    assertThat(finished).isEqualTo(1);
    assertThat(isSent(queued)).isFalse();
  }

  private static void insertAsBefore(Handle handle, UUID id) {
    handle.execute(OLD_INSERT, id, null, "SMS", CONTENT, NOW, EXPIRY, NOW);
  }

  private static List<UUID> claimAsBefore(Handle handle) {
    List<UUID> due =
        handle
            .createQuery(OLD_SELECT_DUE)
            .bind(0, NOW)
            .bind(1, NOW)
            .bind(2, NOW)
            .bind(3, 10)
            .map((row, context) -> row.getObject(1, UUID.class))
            .list();
    due.forEach(id -> handle.execute(OLD_LEASE, NOW.plusSeconds(30), id));
    return due;
  }

  private List<ClaimedMessage> claim(Instant now) {
    return in(handle -> new OutboxDao(handle).claim("SMS", now, now.plusSeconds(60), 10));
  }

  private boolean isSent(UUID id) {
    return in(handle -> new OutboxDao(handle).sent(id, NOW, "gw-1"));
  }

  private int state(UUID id) {
    return in(
        handle ->
            handle.select("select tilstand from outbox where id = ?", id).mapTo(int.class).one());
  }

  private <T> T in(Function<Handle, T> work) {
    return database.inTransaction(work);
  }
}
