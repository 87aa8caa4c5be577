package dk.borgerkontakt.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.borgerkontakt.persistence.request.RequestIdDao;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class PurgeContract extends DaoContract {

  private static final int ROWS = 100;
  private static final Instant END = NOW.plusSeconds(ROWS);

  PurgeContract(Database database) {
    super(database);
  }

  /** One a second, from now on. */
  private void insert(int rows) {
    database.useTransaction(
        handle ->
            IntStream.range(0, rows)
                .mapToObj(NOW::plusSeconds)
                .forEach(at -> new RequestIdDao(handle).take("c", at.toString(), at, NOW)));
  }

  private static int purge(Handle handle, Instant before, int limit) {
    return new RequestIdDao(handle).purgeBefore(before, limit);
  }

  private int purge(int limit) {
    return in(handle -> purge(handle, END, limit));
  }

  private List<Instant> left() {
    return list(
        handle ->
            handle
                .createQuery("select modtaget from request_id order by modtaget")
                .map((row, context) -> Columns.instant(row, 1))
                .list());
  }

  @Test
  void takesNoMoreThanTheLimit() {
    insert(10);

    assertThat(purge(4)).isEqualTo(4);
    assertThat(left()).hasSize(6);
    assertThat(purge(4)).isEqualTo(4);
    assertThat(purge(4)).isEqualTo(2);
    assertThat(purge(4)).isZero();
    assertThat(left()).isEmpty();
  }

  @Test
  void leavesWhatIsYoungHoweverHighTheLimit() {
    insert(10);

    assertThat(this.<Integer>in(handle -> purge(handle, NOW.plusSeconds(7), 100))).isEqualTo(7);
    assertThat(left()).hasSize(3).first().isEqualTo(NOW.plusSeconds(7));
  }

  @Test
  void eachOfSeveralAtOncePurgesWhatNoOtherDoes() throws Exception {
    insert(ROWS);

    List<Integer> purged = AtOnce.run(4, this::purgeAll);

    assertThat(purged.stream().mapToInt(Integer::intValue).sum()).isEqualTo(ROWS);
    assertThat(left()).isEmpty();
  }

  private int purgeAll() {
    int sum = 0;
    int purged;
    do {
      purged = purge(7);
      sum += purged;
    } while (purged > 0);
    return sum;
  }

  @Test
  void waitsForNobodyOnPostgresql() {
    assumeTrue(isPostgresql(), "H2 has one copy of the service, whose purge waits for a lock");
    insert(10);

    int others =
        in(
            holder -> {
              holder.execute("select 1 from request_id where modtaget = ? for update", NOW);
              return in(
                  first -> {
                    purge(first, END, 4);
                    return purge(100);
                  });
            });

    assertThat(others).isEqualTo(5);
    assertThat(left()).containsExactly(NOW);
  }

  @Test
  void readsNoMoreThanItDeletesOnPostgresql() {
    assumeTrue(isPostgresql(), "H2 does not count what it reads");
    database.useHandle(PurgeContract::insertMany);

    long read =
        in(
            handle -> {
              long before = rowsRead(handle);
              assertThat(purge(handle, END, 1000)).isEqualTo(1000);
              return rowsRead(handle) - before;
            });

    assertThat(read).isBetween(1000L, 2100L);
  }

  private static void insertMany(Handle handle) {
    handle.execute(
        """
        insert into request_id
        select 'c', cast(n as varchar), ? from generate_series(1, 20000) n\
        """,
        NOW);
    handle.execute("analyze request_id");
  }

  private static long rowsRead(Handle handle) {
    return handle
        .createQuery(
            """
            select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables
            where relname = 'request_id'\
            """)
        .mapTo(long.class)
        .one();
  }

  private boolean isPostgresql() {
    return database.withHandle(Dialect::isPostgresql);
  }
}
