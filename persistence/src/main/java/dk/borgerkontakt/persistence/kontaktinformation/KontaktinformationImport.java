package dk.borgerkontakt.persistence.kontaktinformation;

import dk.borgerkontakt.persistence.Upsert;
import java.time.Instant;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * How the import stores contact information: the service has the last word. A row that was changed
 * through the service stays, what was deleted through it stays deleted, and a row that is as the
 * import has it keeps the time of its last change.
 */
final class KontaktinformationImport {

  private static final String INSERT =
      """
      insert into kontaktinformation (borger_id, kontaktdata_type, kontaktdata, soegenoegle,
        kontaktdatastatus, aendret, fra_tjenesten)
      select cast(? as bigint), cast(? as smallint), cast(? as varchar(254)),
        cast(? as varchar(508)), cast(? as smallint), cast(? as timestamp with time zone), false
      where not exists (
        select 1 from slettet_kontaktinformation where borger_id = ? and kontaktdata_type = ?)
      on conflict do nothing\
      """;

  private static final String UPDATE =
      """
      update kontaktinformation
      set kontaktdata = ?, soegenoegle = ?, kontaktdatastatus = ?, aendret = ?
      where borger_id = ? and kontaktdata_type = ? and not fra_tjenesten
        and (kontaktdata <> ? or kontaktdatastatus <> ?)\
      """;

  private KontaktinformationImport() {}

  static Upsert<Kontaktinformation> upsert(Instant now) {
    return new Upsert<>(
        INSERT,
        (batch, row) -> bindInsert(batch, row, now),
        UPDATE,
        (batch, row) -> bindUpdate(batch, row, now));
  }

  private static void bindInsert(PreparedBatch batch, Kontaktinformation row, Instant now) {
    batch
        .bind(0, row.borgerId())
        .bind(1, row.kontaktdataType())
        .bind(2, row.kontaktdata())
        .bind(3, KontaktinformationDao.soegenoegle(row.kontaktdata()))
        .bind(4, row.kontaktdatastatus())
        .bind(5, now)
        .bind(6, row.borgerId())
        .bind(7, row.kontaktdataType());
  }

  private static void bindUpdate(PreparedBatch batch, Kontaktinformation row, Instant now) {
    batch
        .bind(0, row.kontaktdata())
        .bind(1, KontaktinformationDao.soegenoegle(row.kontaktdata()))
        .bind(2, row.kontaktdatastatus())
        .bind(3, now)
        .bind(4, row.borgerId())
        .bind(5, row.kontaktdataType())
        .bind(6, row.kontaktdata())
        .bind(7, row.kontaktdatastatus());
  }
}
