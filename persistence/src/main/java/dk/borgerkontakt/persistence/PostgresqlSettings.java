package dk.borgerkontakt.persistence;

import com.zaxxer.hikari.HikariConfig;

/** What every connection to PostgreSQL is opened with; parameters of the URL win over these. */
final class PostgresqlSettings {

  private PostgresqlSettings() {}

  static void addTo(HikariConfig pooled) {
    pooled.addDataSourceProperty("ApplicationName", "borgerkontakt");
    // The detail of an error has the values of the row.
    pooled.addDataSourceProperty("logServerErrorDetail", "false");
    // A lock or a network that never answers must not hold a request for ever.
    pooled.addDataSourceProperty("options", "-c lock_timeout=10s");
    pooled.addDataSourceProperty("socketTimeout", "60");
    pooled.addDataSourceProperty("tcpKeepAlive", "true");
  }
}
