package dk.borgerkontakt.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseContract extends DaoContract {

  private static final String INSERT = "insert into borger (cpr, doed) values (?, false)";

  DatabaseContract(Database database) {
    super(database);
  }

  private int citizens() {
    return database.withHandle(
        handle -> handle.createQuery("select count(*) from borger").mapTo(int.class).one());
  }

  @Test
  void isReady() {
    assertThat(database.isReady()).isTrue();
  }

  @Test
  void commitsWhatReturns() {
    database.useTransaction(handle -> handle.execute(INSERT, "0107809001"));

    assertThat(citizens()).isEqualTo(1);
  }

  @Test
  void rollsBackWhatThrowsAndPassesItOn() {
    IllegalStateException refusal = new IllegalStateException("refused");

    assertThatThrownBy(
            () ->
                database.useTransaction(
                    handle -> {
                      handle.execute(INSERT, "0107809001");
                      throw refusal;
                    }))
        .isSameAs(refusal);
    assertThat(citizens()).isZero();
  }

  @Test
  void exceptionsNeverNameTheValues() {
    database.useTransaction(handle -> handle.execute(INSERT, "0107809001"));

    DatabaseException exception =
        catchThrowableOfType(
            DatabaseException.class,
            () -> database.useTransaction(handle -> handle.execute(INSERT, "0107809001")));

    StringWriter printed = new StringWriter();
    exception.printStackTrace(new PrintWriter(printed));
    assertThat(exception.sqlState()).isEqualTo("23505");
    assertThat(exception.isTransient()).isFalse();
    assertThat(printed.toString()).contains("DatabaseContract").doesNotContain("0107809001");
  }

  @Test
  void readsOnlyWhatIsCommittedAndSeesItAtOnce() {
    database.useTransaction(
        reader -> {
          database.useTransaction(
              writer -> {
                writer.execute(INSERT, "0107809001");
                assertThat(reader.createQuery("select cpr from borger").mapTo(String.class).list())
                    .isEmpty();
              });
          assertThat(reader.createQuery("select cpr from borger").mapTo(String.class).list())
              .containsExactly("0107809001");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-10-25T00:30:00Z",
        "2026-10-25T01:30:00Z",
        "2026-03-29T01:30:00.123456789Z",
        "1899-12-31T23:59:59.999999Z"
      })
  void keepsInstantsToTheMicrosecondAcrossChangesOfClock(Instant instant) {
    database.useTransaction(
        handle ->
            handle.execute(
                "insert into request_id (client_id, request_id, modtaget) values ('c', 'r', ?)",
                instant));

    Instant read =
        database.withHandle(
            handle ->
                handle
                    .createQuery("select modtaget from request_id")
                    .map((row, context) -> Columns.instant(row, 1))
                    .one());

    assertThat(read).isEqualTo(Instant.parse(instant.toString().replace("789Z", "Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01", "1582-10-10", "1940-05-15", "2026-03-29", "9999-12-31"})
  void keepsDays(LocalDate day) {
    database.useTransaction(
        handle ->
            handle.execute(
                "insert into delegering (cvr, jobcenterkode, fra) values ('1', '2', ?)", day));

    LocalDate read =
        database.withHandle(
            handle ->
                handle
                    .createQuery("select fra from delegering")
                    .map((row, context) -> Columns.day(row, 1))
                    .one());

    assertThat(read).isEqualTo(day);
  }

  @Test
  void callsTheLossOfADeadlockTransient() throws Exception {
    long first = borger("0107809001");
    long second = borger("0207809002");
    String update = "update borger set doed = true where id = ?";
    CountDownLatch bothHoldOne = new CountDownLatch(2);
    ExecutorService executor = Executors.newFixedThreadPool(2);

    Future<Boolean> one = executor.submit(() -> lockBoth(update, first, second, bothHoldOne));
    Future<Boolean> other = executor.submit(() -> lockBoth(update, second, first, bothHoldOne));

    assertThat(one.get() && other.get()).isFalse();
    executor.shutdown();
  }

  /** Returns true if it got both locks, false if it failed for a reason that may pass. */
  private boolean lockBoth(String update, long first, long second, CountDownLatch bothHoldOne) {
    try {
      database.useTransaction(
          handle -> {
            handle.execute(update, first);
            bothHoldOne.countDown();
            try {
              bothHoldOne.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            handle.execute(update, second);
          });
      return true;
    } catch (DatabaseException e) {
      assertThat(e.isTransient()).isTrue();
      return false;
    }
  }
}
