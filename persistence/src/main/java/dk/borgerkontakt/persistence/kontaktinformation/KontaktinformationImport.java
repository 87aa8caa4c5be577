package dk.borgerkontakt.persistence.kontaktinformation;

import dk.borgerkontakt.persistence.Rows;
import dk.borgerkontakt.persistence.Rows.Column;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * How the import stores contact information: the service has the last word. A row that was changed
 * through the service stays, what was deleted through it stays deleted, and a row that is as the
 * import has it keeps the time of its last change.
 */
final class KontaktinformationImport {

  private static final Rows<Kontaktinformation> ROWS =
      new Rows<>(
          List.of(
              new Column<>("borger_id", "bigint", Long.class, Kontaktinformation::borgerId),
              new Column<>(
                  "kontaktdata_type",
                  "smallint",
                  Integer.class,
                  Kontaktinformation::kontaktdataType),
              new Column<>("kontaktdata", "varchar", String.class, Kontaktinformation::kontaktdata),
              new Column<>(
                  "soegenoegle",
                  "varchar",
                  String.class,
                  row -> KontaktinformationDao.soegenoegle(row.kontaktdata())),
              new Column<>(
                  "kontaktdatastatus",
                  "smallint",
                  Integer.class,
                  Kontaktinformation::kontaktdatastatus)));

  private static final String FIND_NEWS =
      """
      select n.borger_id, n.kontaktdata_type from %s
      where not exists (
        select 1 from kontaktinformation k
        where k.borger_id = n.borger_id and k.kontaktdata_type = n.kontaktdata_type
          and (k.fra_tjenesten
            or k.kontaktdata = n.kontaktdata and k.kontaktdatastatus = n.kontaktdatastatus))
      and not exists (
        select 1 from slettet_kontaktinformation s
        where s.borger_id = n.borger_id and s.kontaktdata_type = n.kontaktdata_type)\
      """
          .formatted(ROWS.asTable());

  private static final String INSERT =
      """
      insert into kontaktinformation (borger_id, kontaktdata_type, kontaktdata, soegenoegle,
        kontaktdatastatus, aendret, fra_tjenesten)
      select n.borger_id, n.kontaktdata_type, n.kontaktdata, n.soegenoegle,
        n.kontaktdatastatus, nu.tid, false
      from %s cross join (select cast(? as timestamp with time zone) as tid) nu
      where not exists (
        select 1 from kontaktinformation k
        where k.borger_id = n.borger_id and k.kontaktdata_type = n.kontaktdata_type)
      and not exists (
        select 1 from slettet_kontaktinformation s
        where s.borger_id = n.borger_id and s.kontaktdata_type = n.kontaktdata_type)
      on conflict do nothing\
      """
          .formatted(ROWS.asTable());

  private static final String UPDATE =
      """
      merge into kontaktinformation k using (select * from %s) n
      on k.borger_id = n.borger_id and k.kontaktdata_type = n.kontaktdata_type
      when matched and not k.fra_tjenesten
        and (k.kontaktdata <> n.kontaktdata or k.kontaktdatastatus <> n.kontaktdatastatus)
      then update set kontaktdata = n.kontaktdata, soegenoegle = n.soegenoegle,
        kontaktdatastatus = n.kontaktdatastatus, aendret = cast(? as timestamp with time zone)\
      """
          .formatted(ROWS.asTable());

  private record Key(long borgerId, int kontaktdataType) {
    static Key of(Kontaktinformation row) {
      return new Key(row.borgerId(), row.kontaktdataType());
    }
  }

  private final Handle handle;

  KontaktinformationImport(Handle handle) {
    this.handle = handle;
  }

  /** Of the rows those that the database hasn't got, and may take; the last of each key. */
  List<Kontaktinformation> findNews(List<Kontaktinformation> rows) {
    Collection<Kontaktinformation> distinct = Rows.lastOfEachKey(rows, Key::of);
    Set<Key> news =
        new HashSet<>(
            ROWS.bind(handle.createQuery(FIND_NEWS), distinct)
                .map((row, context) -> new Key(row.getLong(1), row.getInt(2)))
                .list());
    return distinct.stream().filter(row -> news.contains(Key.of(row))).toList();
  }

  void store(List<Kontaktinformation> rows, Instant now) {
    Collection<Kontaktinformation> distinct = Rows.lastOfEachKey(rows, Key::of);
    if (distinct.isEmpty()) {
      return;
    }
    int inserted = execute(INSERT, distinct, now);
    if (inserted < distinct.size()) {
      execute(UPDATE, distinct, now);
    }
  }

  private int execute(String sql, Collection<Kontaktinformation> rows, Instant now) {
    return ROWS.bind(handle.createUpdate(sql), rows).bind(ROWS.columns(), now).execute();
  }
}
