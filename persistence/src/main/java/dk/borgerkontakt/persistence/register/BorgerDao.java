package dk.borgerkontakt.persistence.register;

import dk.borgerkontakt.persistence.Rows.Column;
import dk.borgerkontakt.persistence.Upsert;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The citizens, by number and by id. */
public final class BorgerDao {

  private static final RowMapper<Borger> BORGER =
      (row, context) -> new Borger(row.getLong(1), row.getString(2), row.getBoolean(3));

  private static final Upsert<Map.Entry<String, Boolean>> UPSERT =
      new Upsert<>(
          "borger",
          List.of(new Column<>("cpr", "varchar", String.class, Map.Entry::getKey)),
          List.of(new Column<>("doed", "boolean", Boolean.class, Map.Entry::getValue)),
          "not exists (select 1 from tidligere_cpr g where g.cpr = n.cpr)");

  private final Handle handle;

  public BorgerDao(Handle handle) {
    this.handle = handle;
  }

  private static final String FIND_BY_CPR =
      """
      select id, cpr, doed from borger where cpr = ?\
      """;

  /** Finds a citizen by the present number; a number given up finds nobody. */
  public Optional<Borger> findByCpr(String cpr) {
    return handle.createQuery(FIND_BY_CPR).bind(0, cpr).map(BORGER).findOne();
  }

  private static final String RESOLVE =
      """
      select id, cpr, doed from borger where cpr = ?
      union all
      select b.id, b.cpr, b.doed from tidligere_cpr t join borger b on b.id = t.borger_id
      where t.cpr = ?\
      """;

  /** Finds a citizen by the present number or one given up, for the import. */
  public Optional<Borger> resolve(String cpr) {
    return handle.createQuery(RESOLVE).bind(0, cpr).bind(1, cpr).map(BORGER).findOne();
  }

  private static final String RESOLVE_ALL =
      """
      select cpr, id from borger where cpr = any(?)
      union all
      select cpr, borger_id from tidligere_cpr where cpr = any(?)\
      """;

  /** Returns the citizens' ids by present numbers and ones given up; unknown numbers are absent. */
  public Map<String, Long> resolveAll(Collection<String> cprs) {
    return handle
        .createQuery(RESOLVE_ALL)
        .bindArray(0, String.class, cprs)
        .bindArray(1, String.class, cprs)
        .reduceRows(
            new HashMap<>(),
            (ids, row) -> {
              ids.put(row.getColumn(1, String.class), row.getColumn(2, Long.class));
              return ids;
            });
  }

  private static final String FIND_BY_IDS =
      """
      select id, cpr, doed from borger where id = any(?) order by cpr\
      """;

  /** Returns the citizens with these ids, ordered by number. */
  public List<Borger> findByIds(Collection<Long> ids) {
    return handle.createQuery(FIND_BY_IDS).bindArray(0, Long.class, ids).map(BORGER).list();
  }

  private static final String LOCK_BY_ID =
      """
      select id, cpr, doed from borger where id = ? for update\
      """;

  /**
   * Holds a citizen until the transaction ends, so that the writes on one citizen go one by one.
   * Every write on a citizen takes it first. Returns the citizen as of now: another number than the
   * one asked for, or nobody, if the number changed in between.
   */
  public Optional<Borger> lockById(long id) {
    return handle.createQuery(LOCK_BY_ID).bind(0, id).map(BORGER).findOne();
  }

  private static final String LOCK_BY_IDS =
      """
      select id, cpr, doed from borger where id = any(?) order by id for update\
      """;

  /** Holds several citizens, in the order of their ids so that no two callers block each other. */
  public List<Borger> lockByIds(Collection<Long> ids) {
    return handle.createQuery(LOCK_BY_IDS).bindArray(0, Long.class, ids).map(BORGER).list();
  }

  private static final String FIND_NUMBERS =
      """
      select cpr from borger where id = ?
      union all
      select cpr from tidligere_cpr where borger_id = ?\
      """;

  /** Returns all numbers of a citizen: the present one first, then those given up. */
  public List<String> findNumbers(long id) {
    return handle.createQuery(FIND_NUMBERS).bind(0, id).bind(1, id).mapTo(String.class).list();
  }

  /** Stores a citizen, or whether a known one is dead. A number given up changes nothing. */
  public void upsert(String cpr, boolean doed) {
    upsertAll(Map.of(cpr, doed));
  }

  /** Stores citizens (number, dead) in one batch, as {@link #upsert} does. */
  public void upsertAll(Map<String, Boolean> doedByCpr) {
    UPSERT.execute(handle, List.copyOf(doedByCpr.entrySet()));
  }

  /**
   * Gives a citizen a new CPR number, or merges the citizen into the one who has it. All that hangs
   * on the old number follows; the old number is remembered. Doing it again changes nothing. Says
   * nothing of whether the citizen is dead: {@link #upsert} the new number afterwards.
   *
   * @throws IllegalArgumentException if both numbers are the same
   */
  public void changeCpr(String oldCpr, String newCpr, Instant now) {
    new CprChange(handle, now).apply(oldCpr, newCpr);
  }
}
