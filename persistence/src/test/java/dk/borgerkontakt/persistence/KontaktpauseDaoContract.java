package dk.borgerkontakt.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.persistence.verifikation.KontaktpauseDao;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KontaktpauseDaoContract extends DaoContract {

  private static final Duration COOL_DOWN = Duration.ofSeconds(60);
  private static final byte[] ADDRESS = {1, 2, 3};

  KontaktpauseDaoContract(Database database) {
    super(database);
  }

  private Optional<Instant> tryTake(byte[] address, Instant now) {
    return in(handle -> new KontaktpauseDao(handle).tryTake(address, now, COOL_DOWN));
  }

  @Test
  void isTakenOnceInACoolDown() {
    assertThat(tryTake(ADDRESS, NOW)).isEmpty();
    assertThat(tryTake(ADDRESS, NOW.plusSeconds(59))).contains(NOW);
    assertThat(tryTake(ADDRESS, NOW.plusSeconds(60))).isEmpty();
    assertThat(tryTake(ADDRESS, NOW.plusSeconds(61))).contains(NOW.plusSeconds(60));
  }

  @Test
  void isTakenForEachAddress() {
    assertThat(tryTake(ADDRESS, NOW)).isEmpty();
    assertThat(tryTake(new byte[] {4}, NOW)).isEmpty();
  }

  @Test
  void ofTwelveAtOnceOneTakesTheFirst() throws Exception {
    assertThat(AtOnce.countTrue(12, () -> tryTake(ADDRESS, NOW).isEmpty())).isEqualTo(1);
  }

  @Test
  void ofTwelveAtOnceOneTakesTheNext() throws Exception {
    tryTake(ADDRESS, NOW);

    assertThat(AtOnce.countTrue(12, () -> tryTake(ADDRESS, NOW.plus(COOL_DOWN)).isEmpty()))
        .isEqualTo(1);
  }

  @Test
  void aRollbackGivesItBack() {
    assertThatThrownBy(
            () ->
                database.useTransaction(
                    handle -> {
                      new KontaktpauseDao(handle).tryTake(ADDRESS, NOW, COOL_DOWN);
                      throw new IllegalStateException();
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(tryTake(ADDRESS, NOW)).isEmpty();
  }

  @Test
  void purgesWhatIsOld() {
    tryTake(ADDRESS, NOW);
    tryTake(new byte[] {4}, NOW.plusSeconds(1));

    int purged = in(handle -> new KontaktpauseDao(handle).purgeBefore(NOW.plusSeconds(1), 10));

    assertThat(purged).isEqualTo(1);
  }
}
