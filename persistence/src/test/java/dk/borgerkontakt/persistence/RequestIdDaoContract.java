package dk.borgerkontakt.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.persistence.request.RequestIdDao;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RequestIdDaoContract extends DaoContract {

  private static final Duration DAY = Duration.ofHours(24);

  RequestIdDaoContract(Database database) {
    super(database);
  }

  private boolean take(String client, Instant now) {
    return in(handle -> new RequestIdDao(handle).take(client, "id-1", now, now.minus(DAY)));
  }

  private boolean seen(Instant now) {
    return in(handle -> new RequestIdDao(handle).seen("c", "id-1", now.minus(DAY)));
  }

  @Test
  void isTakenOncePerClient() {
    assertThat(seen(NOW)).isFalse();

    assertThat(take("c", NOW)).isTrue();

    assertThat(seen(NOW)).isTrue();
    assertThat(take("c", NOW)).isFalse();
    assertThat(take("d", NOW)).isTrue();
  }

  @Test
  void leavesTheTransactionUsableWhenItIsTaken() {
    take("c", NOW);

    boolean other =
        in(
            handle -> {
              RequestIdDao dao = new RequestIdDao(handle);
              dao.take("c", "id-1", NOW, NOW.minus(DAY));
              return dao.take("c", "id-2", NOW, NOW.minus(DAY));
            });

    assertThat(other).isTrue();
  }

  @Test
  void isFreeAgainAfterADay() {
    take("c", NOW);

    assertThat(seen(NOW.plus(DAY).minusMillis(1))).isTrue();
    assertThat(take("c", NOW.plus(DAY).minusMillis(1))).isFalse();
    assertThat(seen(NOW.plus(DAY))).isFalse();
    assertThat(take("c", NOW.plus(DAY))).isTrue();
  }

  @Test
  void ofTwelveAtOnceOneTakesIt() throws Exception {
    assertThat(AtOnce.countTrue(12, () -> take("c", NOW))).isEqualTo(1);
  }

  @Test
  void ofTwelveAtOnceOneTakesAnExpiredOne() throws Exception {
    take("c", NOW);

    assertThat(AtOnce.countTrue(12, () -> take("c", NOW.plus(DAY)))).isEqualTo(1);
  }

  @Test
  void aRollbackFreesIt() {
    assertThatThrownBy(
            () ->
                database.useTransaction(
                    handle -> {
                      new RequestIdDao(handle).take("c", "id-1", NOW, NOW.minus(DAY));
                      throw new IllegalStateException();
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(take("c", NOW)).isTrue();
  }

  @Test
  void ofTwelveAtOnceAnotherTakesItWhenTheFirstRollsBack() throws Exception {
    AtomicInteger takers = new AtomicInteger();

    long committed = AtOnce.countTrue(12, () -> takeButRollBackTheFirst(takers));

    assertThat(takers).hasValue(2);
    assertThat(committed).isEqualTo(1);
  }

  private boolean takeButRollBackTheFirst(AtomicInteger takers) {
    try {
      return in(
          handle -> {
            boolean taken = new RequestIdDao(handle).take("c", "id-1", NOW, NOW.minus(DAY));
            if (taken && takers.incrementAndGet() == 1) {
              throw new IllegalStateException();
            }
            return taken;
          });
    } catch (IllegalStateException e) {
      return false;
    }
  }

  @Test
  void purgesWhatIsOld() {
    take("c", NOW);
    take("d", NOW.plusSeconds(1));

    int purged = in(handle -> new RequestIdDao(handle).purgeBefore(NOW.plusSeconds(1), 10));

    assertThat(purged).isEqualTo(1);
  }
}
