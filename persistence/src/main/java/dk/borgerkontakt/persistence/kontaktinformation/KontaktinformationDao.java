package dk.borgerkontakt.persistence.kontaktinformation;

import dk.borgerkontakt.persistence.register.Borger;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The citizens' contact information, at most one of each type. Whoever writes holds the citizen
 * (BorgerDao.lockById), or two writes at once could lose one.
 */
public final class KontaktinformationDao {

  private static final RowMapper<Kontaktinformation> KONTAKTINFORMATION =
      (row, context) ->
          new Kontaktinformation(row.getLong(1), row.getInt(2), row.getString(3), row.getInt(4));

  private final Handle handle;

  public KontaktinformationDao(Handle handle) {
    this.handle = handle;
  }

  private static final String FIND_BY_BORGER =
      """
      select borger_id, kontaktdata_type, kontaktdata, kontaktdatastatus from kontaktinformation
      where borger_id = ? order by kontaktdata_type\
      """;

  /** Returns all contact information of a citizen, ordered by type. */
  public List<Kontaktinformation> findByBorger(long borgerId) {
    return handle.createQuery(FIND_BY_BORGER).bind(0, borgerId).map(KONTAKTINFORMATION).list();
  }

  private static final String FIND =
      """
      select borger_id, kontaktdata_type, kontaktdata, kontaktdatastatus from kontaktinformation
      where borger_id = ? and kontaktdata_type = ?\
      """;

  /** Finds a citizen's contact information of one type. */
  public Optional<Kontaktinformation> find(long borgerId, int kontaktdataType) {
    return handle
        .createQuery(FIND)
        .bind(0, borgerId)
        .bind(1, kontaktdataType)
        .map(KONTAKTINFORMATION)
        .findOne();
  }

  private static final String FIND_WITH_LIVE_CODE =
      """
      select k.borger_id, k.kontaktdata_type, k.kontaktdata, k.kontaktdatastatus
      from kontaktinformation k where k.borger_id = any(?) and exists (
        select 1 from verifikationskode v
        where v.borger_id = k.borger_id and v.kontaktdata_type = k.kontaktdata_type
          and v.afsluttet is null and v.udloeber > ?)\
      """;

  /** Returns the contact information of these citizens that a live code has been sent to. */
  public List<Kontaktinformation> findWithLiveCode(Collection<Long> borgerIds, Instant now) {
    return handle
        .createQuery(FIND_WITH_LIVE_CODE)
        .bindArray(0, Long.class, borgerIds)
        .bind(1, now)
        .map(KONTAKTINFORMATION)
        .list();
  }

  private static final String FIND_BORGERE =
      """
      select b.id, b.cpr, b.doed from kontaktinformation k join borger b on b.id = k.borger_id
      where k.kontaktdata_type = ? and k.soegenoegle = ? order by b.cpr\
      """;

  /** Returns the citizens who registered a number or address, case ignored, ordered by number. */
  public List<Borger> findBorgere(int kontaktdataType, String kontaktdata) {
    return handle
        .createQuery(FIND_BORGERE)
        .bind(0, kontaktdataType)
        .bind(1, soegenoegle(kontaktdata))
        .map((row, context) -> new Borger(row.getLong(1), row.getString(2), row.getBoolean(3)))
        .list();
  }

  private static final String UPDATE =
      """
      update kontaktinformation set kontaktdata = ?, soegenoegle = ?, kontaktdatastatus = ?,
        aendret = ?, fra_tjenesten = true
      where borger_id = ? and kontaktdata_type = ?\
      """;

  private static final String INSERT =
      """
      insert into kontaktinformation (kontaktdata, soegenoegle, kontaktdatastatus, aendret,
        fra_tjenesten, borger_id, kontaktdata_type)
      values (?, ?, ?, ?, true, ?, ?)\
      """;

  /** Stores what the service was told, in place of the citizen's row of that type if any. */
  public void save(Kontaktinformation row, Instant now) {
    if (write(UPDATE, row, now) == 0) {
      write(INSERT, row, now);
    }
  }

  private int write(String sql, Kontaktinformation row, Instant now) {
    return handle
        .createUpdate(sql)
        .bind(0, row.kontaktdata())
        .bind(1, soegenoegle(row.kontaktdata()))
        .bind(2, row.kontaktdatastatus())
        .bind(3, now)
        .bind(4, row.borgerId())
        .bind(5, row.kontaktdataType())
        .execute();
  }

  private static final String UPDATE_STATUS =
      """
      update kontaktinformation set kontaktdatastatus = ?, aendret = ?, fra_tjenesten = true
      where borger_id = ? and kontaktdata_type = ?\
      """;

  /** Sets the status; returns false if the citizen has nothing of that type. */
  public boolean updateStatus(
      long borgerId, int kontaktdataType, int kontaktdatastatus, Instant now) {
    return handle.execute(UPDATE_STATUS, kontaktdatastatus, now, borgerId, kontaktdataType) == 1;
  }

  private static final String DELETE =
      """
      delete from kontaktinformation where borger_id = ? and kontaktdata_type = ?\
      """;

  private static final String REMEMBER_DELETION =
      """
      insert into slettet_kontaktinformation (borger_id, kontaktdata_type, slettet)
      values (?, ?, ?)\
      """;

  private static final String RENEW_DELETION =
      """
      update slettet_kontaktinformation set slettet = ?
      where borger_id = ? and kontaktdata_type = ?\
      """;

  /**
   * Deletes, for good: an import will not bring it back. Returns false, and remembers nothing, if
   * the citizen has nothing of that type.
   */
  public boolean delete(long borgerId, int kontaktdataType, Instant now) {
    if (handle.execute(DELETE, borgerId, kontaktdataType) == 0) {
      return false;
    }
    if (handle.execute(RENEW_DELETION, now, borgerId, kontaktdataType) == 0) {
      handle.execute(REMEMBER_DELETION, borgerId, kontaktdataType, now);
    }
    return true;
  }

  /**
   * Returns those rows of the import that would change something; of two of one citizen and type
   * the later.
   */
  public List<Kontaktinformation> findNews(List<Kontaktinformation> rows) {
    return new KontaktinformationImport(handle).findNews(rows);
  }

  /** Stores rows of the import as {@link KontaktinformationImport} says. */
  public void importAll(List<Kontaktinformation> rows, Instant now) {
    new KontaktinformationImport(handle).store(rows, now);
  }

  /** Returns what a number or address is looked up by. */
  static String soegenoegle(String kontaktdata) {
    return kontaktdata.toLowerCase(Locale.ROOT);
  }
}
