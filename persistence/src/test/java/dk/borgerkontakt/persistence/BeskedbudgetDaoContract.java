package dk.borgerkontakt.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.persistence.verifikation.BeskedbudgetDao;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BeskedbudgetDaoContract extends DaoContract {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final String KEY = "organisation 2/11";

  BeskedbudgetDaoContract(Database database) {
    super(database);
  }

  private OptionalInt tryTake(LocalDate day, String key, int budget) {
    return in(handle -> new BeskedbudgetDao(handle).tryTake(day, key, budget));
  }

  @Test
  void tellsHowManyAreUsedUntilAllAre() {
    assertThat(tryTake(TODAY, KEY, 3)).hasValue(1);
    assertThat(tryTake(TODAY, KEY, 3)).hasValue(2);
    assertThat(tryTake(TODAY, KEY, 3)).hasValue(3);
    assertThat(tryTake(TODAY, KEY, 3)).isEmpty();
    assertThat(tryTake(TODAY, KEY, 3)).isEmpty();
  }

  @Test
  void aBudgetOfNoneHasNone() {
    assertThat(tryTake(TODAY, KEY, 0)).isEmpty();
  }

  @Test
  void aBudgetThatIsChangedCountsWhatWasUsed() {
    tryTake(TODAY, KEY, 3);
    tryTake(TODAY, KEY, 3);

    assertThat(tryTake(TODAY, KEY, 1)).isEmpty();
    assertThat(tryTake(TODAY, KEY, 4)).hasValue(3);
  }

  @Test
  void daysAndKeysAreCountedApart() {
    assertThat(tryTake(TODAY, KEY, 1)).hasValue(1);

    assertThat(tryTake(TODAY, "organisation 2/12", 1)).hasValue(1);
    assertThat(tryTake(TODAY.plusDays(1), KEY, 1)).hasValue(1);
    assertThat(tryTake(TODAY, KEY, 1)).isEmpty();
  }

  @Test
  void ofTwelveAtOnceAsManyAsTheBudgetTakeOne() throws Exception {
    assertThat(AtOnce.countTrue(12, () -> tryTake(TODAY, KEY, 5).isPresent())).isEqualTo(5);
  }

  @Test
  void ofTwelveAtOnceEachIsToldANumberOfItsOwn() throws Exception {
    assertThat(AtOnce.run(12, () -> tryTake(TODAY, KEY, 100).orElse(0)))
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  }

  @Test
  void aRollbackGivesItBack() {
    tryTake(TODAY, KEY, 2);
    assertThatThrownBy(() -> takeAndFail(KEY)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> takeAndFail("prefix 45")).isInstanceOf(IllegalStateException.class);

    assertThat(tryTake(TODAY, KEY, 2)).hasValue(2);
    assertThat(tryTake(TODAY, "prefix 45", 2)).hasValue(1);
  }

  private void takeAndFail(String key) {
    database.useTransaction(
        handle -> {
          assertThat(new BeskedbudgetDao(handle).tryTake(TODAY, key, 2)).isPresent();
          throw new IllegalStateException();
        });
  }

  @Test
  void purgesTheDaysBefore() {
    tryTake(TODAY.minusDays(1), KEY, 1);
    tryTake(TODAY.minusDays(1), "prefix 45", 1);
    tryTake(TODAY, KEY, 1);

    assertThat(this.<Integer>in(handle -> new BeskedbudgetDao(handle).purgeBefore(TODAY, 10)))
        .isEqualTo(2);
    assertThat(tryTake(TODAY, KEY, 1)).isEmpty();
  }
}
