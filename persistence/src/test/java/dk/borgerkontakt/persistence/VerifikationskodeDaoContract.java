package dk.borgerkontakt.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.kontaktinformation.KontaktinformationDao;
import dk.borgerkontakt.persistence.verifikation.Verifikationskode;
import dk.borgerkontakt.persistence.verifikation.VerifikationskodeDao;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifikationskodeDaoContract extends DaoContract {

  private static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final Instant YESTERDAY = NOW.minus(Duration.ofHours(24));

  private long borgerId;

  VerifikationskodeDaoContract(Database database) {
    super(database);
  }

  @BeforeEach
  void aCitizen() {
    borgerId = borger("0107809001");
  }

  private <T> T dao(Function<VerifikationskodeDao, T> work) {
    return in(handle -> work.apply(new VerifikationskodeDao(handle)));
  }

  private long insert(Instant created) {
    return dao(
        dao -> dao.insert(borgerId, MOBIL, new byte[] {1, 2}, created, created.plus(LIFETIME)));
  }

  private Optional<Verifikationskode> live(Instant now) {
    return dao(dao -> dao.findLive(borgerId, MOBIL, now));
  }

  private boolean countAttempt(long id, Instant now) {
    return dao(dao -> dao.countAttempt(id, 5, now));
  }

  private boolean finish(long id, Instant now) {
    return dao(dao -> dao.finish(id, now));
  }

  private List<Instant> sentSince(int type, Instant since) {
    return dao(dao -> dao.sentSince(borgerId, type, since));
  }

  private int attemptsSince(int type) {
    return dao(dao -> dao.attemptsSince(borgerId, type, YESTERDAY));
  }

  private int purge() {
    return dao(dao -> dao.purgeBefore(YESTERDAY, 10));
  }

  private void kill() {
    dao(
        dao -> {
          dao.killLive(borgerId, MOBIL, NOW);
          return true;
        });
  }

  @Test
  void findsTheLiveCode() {
    long id = insert(NOW);

    Verifikationskode code = live(NOW).orElseThrow();

    assertThat(code.id()).isEqualTo(id);
    assertThat(code.kodeHmac()).containsExactly(1, 2);
    assertThat(code.bundetTil()).isEqualTo(borgerId);
    assertThat(code.oprettet()).isEqualTo(NOW);
    assertThat(code.udloeber()).isEqualTo(NOW.plus(LIFETIME));
    assertThat(code.forsoeg()).isZero();
    assertThat(find(handle -> new VerifikationskodeDao(handle).findLive(borgerId, MAIL, NOW)))
        .isEmpty();
  }

  @Test
  void isNoLongerLiveOnceExpired() {
    long id = insert(NOW);
    Instant expired = NOW.plus(LIFETIME);

    assertThat(live(expired.minusMillis(1))).isPresent();
    assertThat(live(expired)).isEmpty();
    assertThat(countAttempt(id, expired)).isFalse();
    assertThat(finish(id, expired)).isFalse();
  }

  @Test
  void isNoLongerLiveOnceKilled() {
    long id = insert(NOW);

    kill();

    assertThat(live(NOW)).isEmpty();
    assertThat(countAttempt(id, NOW)).isFalse();
    assertThat(finish(id, NOW)).isFalse();
  }

  @Test
  void ofThirtyAttemptsAtOnceFiveAreCounted() throws Exception {
    long id = insert(NOW);

    long counted = AtOnce.countTrue(30, () -> countAttempt(id, NOW));

    assertThat(counted).isEqualTo(5);
    assertThat(live(NOW).orElseThrow().forsoeg()).isEqualTo(5);
  }

  @Test
  void ofTwelveWhoUseACodeUpAtOnceOneDoes() throws Exception {
    long id = insert(NOW);

    assertThat(AtOnce.countTrue(12, () -> finish(id, NOW))).isEqualTo(1);
    assertThat(live(NOW)).isEmpty();
  }

  @Test
  void neitherNewCodesNorDeadOnesResetTheCount() {
    Instant earlier = NOW.minusSeconds(90);
    long first = insert(earlier);
    countAttempt(first, earlier);
    countAttempt(first, earlier);
    kill();
    long second = insert(NOW);
    countAttempt(second, NOW);

    assertThat(sentSince(MOBIL, YESTERDAY)).containsExactly(earlier, NOW);
    assertThat(attemptsSince(MOBIL)).isEqualTo(3);
    assertThat(sentSince(MAIL, YESTERDAY)).isEmpty();
    assertThat(attemptsSince(MAIL)).isZero();
  }

  @Test
  void countsOnlyWhatIsYoungEnough() {
    insert(YESTERDAY);
    long young = insert(YESTERDAY.plusMillis(1));
    countAttempt(young, YESTERDAY.plusMillis(1));

    assertThat(sentSince(MOBIL, YESTERDAY)).hasSize(1);
    assertThat(attemptsSince(MOBIL)).isEqualTo(1);
  }

  @Test
  void purgesWhatIsOld() {
    insert(YESTERDAY.minusMillis(1));
    insert(YESTERDAY);

    assertThat(purge()).isEqualTo(1);
    assertThat(sentSince(MOBIL, YESTERDAY.minusSeconds(1))).containsExactly(YESTERDAY);
  }

  @Test
  void findsWhatALiveCodeWasSentTo() {
    save("+4520120001");
    assertThat(sentTo(NOW)).isEmpty();

    insert(NOW);

    assertThat(sentTo(NOW))
        .extracting(Kontaktinformation::kontaktdata)
        .containsExactly("+4520120001");
    assertThat(sentTo(NOW.plus(LIFETIME))).isEmpty();
    kill();
    assertThat(sentTo(NOW)).isEmpty();
  }

  private void save(String kontaktdata) {
    in(
        handle -> {
          new KontaktinformationDao(handle)
              .save(new Kontaktinformation(borgerId, MOBIL, kontaktdata, 1), NOW);
          return true;
        });
  }

  private List<Kontaktinformation> sentTo(Instant now) {
    return in(handle -> new KontaktinformationDao(handle).findWithLiveCode(List.of(borgerId), now));
  }
}
