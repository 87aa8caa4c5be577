package dk.borgerkontakt.server;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.server.testing.RegisterTables;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What the tables of the register hold, as one digest a table.
 *
 * @param rows how many rows they have
 * @param content without the ids and times that a database gives by itself
 * @param everything with them
 */
record Tables(long rows, List<String> content, List<String> everything) {

  private static final List<String> CONTENT =
      List.of(
          "select type, kode, navn from organisation",
          "select cpr, doed from borger",
          "select b.cpr, t.cpr from tidligere_cpr t join borger b on b.id = t.borger_id",
          "select b.cpr, organisationstype, kode, fra, til from tilknytning t"
              + " join borger b on b.id = t.borger_id",
          "select b.cpr, organisationstype, kode, udloeber from gaesteadgang t"
              + " join borger b on b.id = t.borger_id",
          "select cvr, jobcenterkode, fra, til from delegering",
          "select b.cpr, kanal from huskeserviceabonnement t join borger b on b.id = t.borger_id",
          "select b.cpr, kontaktdata_type, kontaktdata, soegenoegle, kontaktdatastatus,"
              + " fra_tjenesten from kontaktinformation t join borger b on b.id = t.borger_id");

  static Tables of(Database database) {
    return database.withHandle(
        handle -> {
          List<String> everything = new ArrayList<>();
          RegisterTables.NAMES.forEach(
              table -> everything.add(digest(handle, "select * from " + table)));
          List<String> content = CONTENT.stream().map(sql -> digest(handle, sql)).toList();
          return new Tables(count(handle), content, everything);
        });
  }

  static long count(Database database) {
    return database.withHandle(Tables::count);
  }

  private static long count(Handle handle) {
    return RegisterTables.NAMES.stream()
        .mapToLong(
            table -> handle.createQuery("select count(*) from " + table).mapTo(long.class).one())
        .sum();
  }

  /** The columns' order is fixed by the query, the rows' by their text. */
  private static String digest(Handle handle, String sql) {
    MessageDigest digest = sha256();
    handle
        .createQuery(sql)
        .map(
            (row, context) -> {
              StringBuilder text = new StringBuilder();
              for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                text.append(row.getString(i)).append('|');
              }
              return text.toString();
            })
        .stream()
        .sorted()
        .forEach(row -> digest.update(row.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
