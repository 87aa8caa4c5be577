package dk.borgerkontakt.persistence;

import java.time.Duration;
import java.util.Properties;

/**
 * What connections to PostgreSQL are opened with. Parameters of the URL win over these; those that
 * are the server's own stand in its {@code options}, which a URL replaces as a whole.
 */
final class PostgresqlSettings {

  /** A second's silence is the pulse's sign of a lost database. */
  private static final Duration PULSE_ANSWER = Duration.ofSeconds(1);

  /** A write waits for another one on the same citizen, which takes milliseconds. */
  private static final Duration REQUEST_LOCK = Duration.ofSeconds(4);

  /**
   * No statement of a request reads more than a few rows. More than for a lock, so that the two are
   * told apart. A commit that waits for a synchronous standby is not cut off by it, which would
   * report as safe what the standby has not got.
   */
  private static final Duration REQUEST_STATEMENT = Duration.ofSeconds(6);

  /**
   * More than the server gives a statement, so it is the network or a commit that hangs. Whether
   * that was committed is unknown then, and the caller is told so.
   */
  private static final Duration REQUEST_ANSWER = Duration.ofSeconds(8);

  /**
   * The pool opens one connection at a time: one that got stuck in a host that hangs must not hold
   * up those to the host that took over.
   */
  private static final Duration REQUEST_LOGIN = Duration.ofSeconds(2);

  /** A copy of the service that is frozen in mid-transaction must not keep a citizen locked. */
  private static final Duration REQUEST_PAUSE = Duration.ofSeconds(10);

  /** An import meets writes that have a citizen for as long as one of their statements takes. */
  private static final Duration LONG_WORK_LOCK = Duration.ofSeconds(10);

  /** Who comes after a migration that waits for a lock on a table, waits behind it. */
  private static final Duration MIGRATION_LOCK = Duration.ofSeconds(2);

  private PostgresqlSettings() {}

  /** For transactions that somebody waits for. */
  static Properties forRequests() {
    Properties properties = common();
    properties.setProperty("socketTimeout", seconds(REQUEST_ANSWER));
    properties.setProperty("loginTimeout", seconds(REQUEST_LOGIN));
    properties.setProperty(
        "options",
        "-c lock_timeout=%ss -c statement_timeout=%ss -c idle_in_transaction_session_timeout=%ss"
            .formatted(seconds(REQUEST_LOCK), seconds(REQUEST_STATEMENT), seconds(REQUEST_PAUSE)));
    return properties;
  }

  /** For what takes as long as it takes: the commands beside the service. */
  static Properties forLongWork() {
    return withoutEnd("borgerkontakt", LONG_WORK_LOCK);
  }

  /** For migrations: an index on a large table takes its time. */
  static Properties forMigrations() {
    return withoutEnd("borgerkontakt-migration", MIGRATION_LOCK);
  }

  private static Properties withoutEnd(String name, Duration lock) {
    Properties properties = common();
    properties.setProperty("ApplicationName", name);
    properties.setProperty(
        "options", "-c statement_timeout=0 -c lock_timeout=%ss".formatted(seconds(lock)));
    return properties;
  }

  /** For the question whether the database is there. */
  static Properties forPulse() {
    Properties properties = common();
    properties.setProperty("ApplicationName", "borgerkontakt-pulse");
    properties.setProperty("socketTimeout", seconds(PULSE_ANSWER));
    return properties;
  }

  private static Properties common() {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "borgerkontakt");
    // The detail of an error has the values of the row.
    properties.setProperty("logServerErrorDetail", "false");
    // A standby can't take writes; of several hosts, the one that is the primary now.
    properties.setProperty("targetServerType", "primary");
    // What the pulse finds out about a host is known to all: none of them waits for it again.
    properties.setProperty("hostRecheckSeconds", "10");
    // A host that is switched off answers nothing at all; the next one of the list may.
    properties.setProperty("connectTimeout", "1");
    // One that hangs takes the connection, and answers nothing either.
    properties.setProperty("sslResponseTimeout", "1000");
    // Over all hosts, with names to look up, TLS and the password; the pool sets another for all.
    properties.setProperty("loginTimeout", "10");
    // A firewall that forgets idle connections says so to nobody.
    properties.setProperty("tcpKeepAlive", "true");
    return properties;
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }
}
