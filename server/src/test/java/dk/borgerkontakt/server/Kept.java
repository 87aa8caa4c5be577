package dk.borgerkontakt.server;

import dk.borgerkontakt.persistence.testing.PostgresqlCluster;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a database has of all that a load was promised.
 *
 * @param lost what is missing, a line for each
 */
record Kept(List<String> lost) {

  private static final int OK = 0;

  static Kept of(SteadyLoad load, PostgresqlCluster cluster, String database) throws SQLException {
    try (Connection connection = cluster.connect(database)) {
      List<String> lost = new ArrayList<>();
      Map<String, String> landlines = landlines(connection);
      load.registered()
          .forEach(
              (cpr, landline) -> {
                String kept = landlines.get(cpr);
                // Of a write that was not answered it is unknown whether it was done.
                if (!landline.equals(kept) && !load.attempted().get(cpr).equals(kept)) {
                  lost.add("landline of " + cpr);
                }
              });
      compare(
          lost, "audit of writes", load.writes(), audited(connection, "createKontaktinformation"));
      compare(lost, "audit of reads", load.reads(), audited(connection, "getKontaktinformation"));
      Map<String, Integer> messages = messages(connection);
      load.codes().stream()
          .filter(cpr -> messages.getOrDefault(cpr, 0) != 1)
          .forEach(cpr -> lost.add("message of " + cpr));
      return new Kept(lost);
    }
  }

  /** There may be more than was answered: the answer can be lost on its way. */
  private static void compare(
      List<String> lost, String what, Map<String, Integer> answered, Map<String, Integer> kept) {
    answered.forEach(
        (cpr, count) -> {
          if (kept.getOrDefault(cpr, 0) < count) {
            lost.add(what + " of " + cpr + ": " + kept.get(cpr) + " of " + count);
          }
        });
  }

  private static Map<String, String> landlines(Connection connection) throws SQLException {
    Map<String, String> landlines = new HashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select b.cpr, k.kontaktdata from kontaktinformation k"
                    + " join borger b on b.id = k.borger_id where k.kontaktdata_type = 2");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        landlines.put(row.getString(1), row.getString(2));
      }
    }
    return landlines;
  }

  private static Map<String, Integer> audited(Connection connection, String operation)
      throws SQLException {
    return counts(
        connection,
        "select b.cpr, count(*) from audit a join borger b on b.id = a.borger_id"
            + " where a.operation = ? and a.resultat = ? group by b.cpr",
        operation,
        OK);
  }

  private static Map<String, Integer> messages(Connection connection) throws SQLException {
    return counts(
        connection,
        "select b.cpr, count(*) from outbox o join borger b on b.id = o.borger_id group by b.cpr");
  }

  private static Map<String, Integer> counts(Connection connection, String sql, Object... values)
      throws SQLException {
    Map<String, Integer> counts = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          counts.put(row.getString(1), row.getInt(2));
        }
      }
    }
    return counts;
  }
}
