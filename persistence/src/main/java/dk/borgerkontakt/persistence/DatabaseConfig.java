package dk.borgerkontakt.persistence;

import static java.util.Objects.requireNonNull;

import dk.borgerkontakt.persistence.embedded.H2Url;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is and how many connections to keep to it.
 *
 * @param url a JDBC URL of PostgreSQL or H2; an H2 URL needs no settings, {@link Database} adds
 *     those that the SQL here relies on
 * @param poolSize most connections that work may have at a time; PostgreSQL gets one more, which
 *     asks whether it is there
 * @param connectionTimeout how long to wait for a free connection, at least 250 ms
 * @param workload what it is opened for
 */
public record DatabaseConfig(
    String url,
    @Nullable String user,
    @Nullable String password,
    int poolSize,
    Duration connectionTimeout,
    Workload workload) {

  public DatabaseConfig {
    requireNonNull(url, "url");
    requireNonNull(connectionTimeout, "connectionTimeout");
    requireNonNull(workload, "workload");
    if (poolSize < 2) {
      throw new IllegalArgumentException("poolSize is less than 2");
    }
  }

  /** For requests. */
  public DatabaseConfig(
      String url,
      @Nullable String user,
      @Nullable String password,
      int poolSize,
      Duration connectionTimeout) {
    this(url, user, password, poolSize, connectionTimeout, Workload.REQUESTS);
  }

  /** Returns the URL of the database file in a data folder. */
  public static String embeddedUrl(Path dataDir) {
    return H2Url.ofFile(dataDir.resolve("borgerkontakt"));
  }

  /** Returns the file of the embedded database, null where the database is another one. */
  public @Nullable Path embeddedFile() {
    return H2Url.isFile(url) ? H2Url.suffixed(H2Url.file(url)) : null;
  }

  /** Prints neither the user, nor the password, nor the parameters of the URL. */
  @Override
  public String toString() {
    return "DatabaseConfig[url=" + url.split("[;?]", 2)[0] + ", poolSize=" + poolSize + "]";
  }
}
