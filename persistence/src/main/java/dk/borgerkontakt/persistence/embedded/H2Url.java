package dk.borgerkontakt.persistence.embedded;

import java.nio.file.Path;

/** The forms of H2 URLs, and the settings under which H2 behaves as the SQL here expects. */
public final class H2Url {

  /** H2's own user and its empty password; the folder and a secret guard the database. */
  public static final String USER = "sa";

  private static final String H2 = "jdbc:h2:";
  private static final String FILE = H2 + "file:";

  /**
   * WRITE_DELAY=0: a commit that was acknowledged survives a killed process. LOCK_TIMEOUT: a write
   * waits for another one on the same citizen, which takes milliseconds, but for an import's batch
   * too. TRACE_LEVEL_FILE=0: H2's trace file would hold the values of failed statements, which are
   * personal.
   */
  private static final String SETTINGS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";WRITE_DELAY=0;LOCK_TIMEOUT=5000;TRACE_LEVEL_FILE=0";

  /**
   * FILE_LOCK=FS: the operating system holds the lock and frees it when the process dies, so a
   * start after a crash does not wait for a stale lock file. DB_CLOSE_ON_EXIT=FALSE: H2's own
   * shutdown hook would close the database under the last requests. H2 allows neither together with
   * AUTO_SERVER, hence {@link EmbeddedServer}.
   */
  private static final String FILE_SETTINGS = SETTINGS + ";FILE_LOCK=FS;DB_CLOSE_ON_EXIT=FALSE";

  private H2Url() {}

  /** Makes H2 listen on the loopback address only; works until H2's classes are loaded. */
  public static void bindToLoopback() {
    System.setProperty("h2.bindAddress", EmbeddedServer.LOOPBACK);
  }

  /** Returns whether a JDBC URL is one of H2. */
  public static boolean isH2(String url) {
    return url.startsWith(H2);
  }

  /** Returns whether a JDBC URL is one of an H2 file on this machine. */
  public static boolean isFile(String url) {
    return url.startsWith(FILE);
  }

  /** Returns the URL of a file, given without H2's suffix. */
  public static String ofFile(Path file) {
    String path = file.toAbsolutePath().normalize().toString().replace('\\', '/');
    if (path.contains(";")) {
      throw new IllegalArgumentException("The data folder's path must not contain a semicolon");
    }
    return FILE + path;
  }

  /** Returns the file that a URL names, without H2's suffix. */
  public static Path file(String url) {
    return Path.of(url.substring(FILE.length()).split(";", 2)[0]).toAbsolutePath().normalize();
  }

  /** Returns the file on the disk of a file that is given without H2's suffix. */
  public static Path suffixed(Path file) {
    return file.resolveSibling(file.getFileName() + ".mv.db");
  }

  static String embedded(Path file) {
    return ofFile(file) + FILE_SETTINGS;
  }

  /** Returns a database as H2 names it within this process. */
  static String serverPath(Path file) {
    return ofFile(file).substring(FILE.length());
  }

  static String remote(int port, String key) {
    return H2 + "tcp://" + EmbeddedServer.LOOPBACK + ":" + port + "/" + key + ";LOCK_TIMEOUT=5000";
  }

  /** Returns a URL with the settings that the SQL here relies on. */
  public static String withSettings(String url) {
    return url + SETTINGS;
  }
}
