package dk.borgerkontakt.server.config;

import org.jspecify.annotations.Nullable;

/**
 * Where the database is; without a URL it is the H2 file in the data folder.
 *
 * @param connections most that work may have at a time
 */
public record DatabaseSettings(
    @Nullable String url, @Nullable String user, @Nullable String password, int connections) {

  /** Only whether a database is named: a JDBC URL may carry the password too. */
  @Override
  public String toString() {
    return url == null ? "DatabaseSettings[embedded]" : "DatabaseSettings[hidden]";
  }
}
