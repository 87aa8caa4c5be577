package dk.borgerkontakt.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.outbox.ClaimedMessage;
import dk.borgerkontakt.persistence.outbox.Origin;
import dk.borgerkontakt.persistence.outbox.OutboxDao;
import dk.borgerkontakt.persistence.outbox.OutboxMessage;
import dk.borgerkontakt.persistence.outbox.QueueDepth;
import dk.borgerkontakt.persistence.register.Borger;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.persistence.verifikation.VerifikationskodeDao;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OutboxDaoContract extends DaoContract {

  private static final Instant LEASE = NOW.plusSeconds(30);
  private static final String CPR = "0107809001";
  private static final byte[] ADDRESS = {1, 2, 3};
  private static final Instant EXPIRY = NOW.plusSeconds(300);

  OutboxDaoContract(Database database) {
    super(database);
  }

  private <T> T dao(Function<OutboxDao, T> work) {
    return in(handle -> work.apply(new OutboxDao(handle)));
  }

  private UUID queue(Long codeId, Instant created) {
    return queue("SMS", codeId, created);
  }

  private UUID queue(String kanal, Long codeId, Instant created) {
    UUID id = UUID.randomUUID();
    Origin origin = new Origin(citizen(), MOBIL, ADDRESS, codeId);
    database.useTransaction(
        handle ->
            new OutboxDao(handle)
                .insert(new OutboxMessage(id, origin, kanal, new byte[] {7}, created, EXPIRY)));
    return id;
  }

  private long citizen() {
    return in(handle -> new BorgerDao(handle).findByCpr(CPR))
        .map(Borger::id)
        .orElseGet(() -> borger(CPR));
  }

  private UUID queue() {
    return queue(null, NOW);
  }

  private List<ClaimedMessage> claim(Instant now) {
    return claim(now, 10);
  }

  private List<ClaimedMessage> claim(Instant now, int limit) {
    return dao(dao -> dao.claim("SMS", now, now.plusSeconds(30), limit));
  }

  private boolean sent(UUID id) {
    return dao(dao -> dao.sent(id, NOW, "gw-" + id));
  }

  private long depth(Instant now) {
    return dao(dao -> dao.depthByChannel(now)).stream().mapToLong(QueueDepth::messages).sum();
  }

  private int purge(Instant instant) {
    return dao(dao -> dao.purgeBefore(instant, 10));
  }

  private long code() {
    long borgerId = citizen();
    return in(
        handle ->
            new VerifikationskodeDao(handle).insert(borgerId, MOBIL, new byte[] {1}, NOW, EXPIRY));
  }

  @Test
  void claimsWhatIsDueLongestWaitingFirst() {
    UUID second = queue(null, NOW);
    UUID first = queue(null, NOW.minusSeconds(1));
    queue(null, NOW.plusSeconds(1));

    List<ClaimedMessage> claimed = claim(NOW);

    assertThat(claimed).extracting(ClaimedMessage::id).containsExactly(first, second);
    ClaimedMessage message = claimed.get(0);
    assertThat(message.kanal()).isEqualTo("SMS");
    assertThat(message.indhold()).containsExactly(7);
    assertThat(message.udloeber()).isEqualTo(EXPIRY);
    assertThat(message.forsoeg()).isEqualTo(1);
    assertThat(message.live()).isTrue();
  }

  @Test
  void claimsOfOneChannelAlone() {
    UUID sms = queue();
    UUID mail = queue("MAIL", null, NOW);

    assertThat(claim(NOW)).extracting(ClaimedMessage::id).containsExactly(sms);
    List<ClaimedMessage> mails = dao(dao -> dao.claim("MAIL", NOW, LEASE, 10));
    assertThat(mails).extracting(ClaimedMessage::id).containsExactly(mail);
  }

  @Test
  void claimsNoMoreThanAsked() {
    queue();
    queue();

    assertThat(claim(NOW, 1)).hasSize(1);
    assertThat(claim(NOW, 1)).hasSize(1);
    assertThat(claim(NOW, 1)).isEmpty();
  }

  @Test
  void givesAMessageAgainOnceTheLeaseHasEnded() {
    UUID id = queue();
    claim(NOW);

    assertThat(claim(LEASE.minusMillis(1))).isEmpty();
    assertThat(claim(LEASE))
        .satisfiesExactly(
            message -> {
              assertThat(message.id()).isEqualTo(id);
              assertThat(message.forsoeg()).isEqualTo(2);
            });
  }

  @Test
  void givesAMessageAgainAtTheTimeOfTheRetry() {
    queue();
    ClaimedMessage claimed = claim(NOW).get(0);

    assertThat(retryAt(claimed, NOW.plusSeconds(5))).isTrue();

    assertThat(claim(NOW.plusSeconds(4))).isEmpty();
    assertThat(claim(NOW.plusSeconds(5))).hasSize(1);
  }

  @Test
  void whoHasLostTheLeaseCantGiveTheMessageBack() {
    queue();
    ClaimedMessage lost = claim(NOW).get(0);
    claim(LEASE);

    assertThat(retryAt(lost, LEASE)).isFalse();

    assertThat(claim(LEASE)).isEmpty();
  }

  private boolean retryAt(ClaimedMessage claimed, Instant due) {
    return in(handle -> new OutboxDao(handle).retryAt(claimed, due));
  }

  @Test
  void severalWorkersNeverGetTheSameMessage() throws Exception {
    for (int i = 0; i < 120; i++) {
      queue();
    }

    List<List<UUID>> claimedByWorker =
        AtOnce.run(
            6,
            () -> {
              List<UUID> mine = new ArrayList<>();
              List<ClaimedMessage> claimed = claim(NOW, 7);
              while (!claimed.isEmpty()) {
                claimed.forEach(message -> mine.add(message.id()));
                claimed = claim(NOW, 7);
              }
              return mine;
            });

    List<UUID> claimed = claimedByWorker.stream().flatMap(List::stream).toList();
    assertThat(claimed).doesNotHaveDuplicates();
    claim(NOW).forEach(rest -> assertThat(claimed).doesNotContain(rest.id()));
    assertThat(claimed).hasSizeGreaterThan(100);
  }

  @Test
  void aWorkerNeitherGetsNorAwaitsWhatAnotherIsClaiming() {
    queue();
    queue();

    database.useTransaction(
        handle -> {
          UUID held = new OutboxDao(handle).claim("SMS", NOW, LEASE, 1).get(0).id();

          assertThat(claim(NOW, 2)).extracting(ClaimedMessage::id).doesNotContain(held);
        });
  }

  @Test
  void isLiveAsLongAsItsCode() {
    long codeId = code();
    queue(codeId, NOW);
    assertThat(claim(NOW)).extracting(ClaimedMessage::live).containsExactly(true);

    database.useTransaction(handle -> new VerifikationskodeDao(handle).finish(codeId, NOW));

    assertThat(claim(LEASE)).extracting(ClaimedMessage::live).containsExactly(false);
  }

  @Test
  void isNotLiveOnceExpired() {
    queue(code(), NOW);
    queue();

    assertThat(claim(EXPIRY)).extracting(ClaimedMessage::live).containsExactly(false, false);
    assertThat(depth(EXPIRY)).isZero();
  }

  @Test
  void erasesTheContentOfWhatIsFinished() {
    UUID sent = queue();
    UUID dropped = queue();
    assertThat(depth(NOW)).isEqualTo(2);

    assertThat(sent(sent)).isTrue();
    assertThat(this.<Boolean>dao(dao -> dao.dropped(dropped, NOW))).isTrue();

    assertThat(sent(dropped)).isFalse();
    assertThat(depth(NOW)).isZero();
    assertThat(claim(LEASE)).isEmpty();
    assertThat(
            database.<Integer>withHandle(
                handle ->
                    handle
                        .createQuery("select count(*) from outbox where indhold is not null")
                        .mapTo(int.class)
                        .one()))
        .isZero();
  }

  @Test
  void purgesOnlyWhatIsFinished() {
    UUID sent = queue();
    queue();
    sent(sent);

    assertThat(purge(NOW)).isZero();
    assertThat(purge(NOW.plusMillis(1))).isEqualTo(1);
    assertThat(depth(NOW)).isEqualTo(1);
  }

  @Test
  void outlivesThePurgeOfItsCode() {
    UUID id = queue(code(), NOW);
    sent(id);

    int purged = in(handle -> new VerifikationskodeDao(handle).purgeBefore(NOW.plusSeconds(1), 10));

    assertThat(purged).isEqualTo(1);
    assertThat(purge(NOW.plusSeconds(1))).isEqualTo(1);
  }
}
