package dk.borgerkontakt.persistence.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The releases of PostgreSQL that the tests run on. */
public enum PostgresqlRelease {
  /** What the build has binaries of, for Linux on amd64. */
  NEWEST("postgresql"),
  /** What Debian 12 has: the package postgresql-15. */
  DEBIAN("postgresql-15");

  private static final Path OF_DEBIAN = Path.of("/usr/lib/postgresql/15/bin");

  /** The system property that chooses what the tests run on. */
  public static final String PROPERTY = "borgerkontakt.test.database";

  /** What {@link #PROPERTY} is for the embedded database, and unless it is given. */
  public static final String H2 = "h2";

  private final String name;

  PostgresqlRelease(String name) {
    this.name = name;
  }

  /** Whether the tests that run on any database are to run on the embedded one. */
  public static boolean isH2Chosen() {
    return System.getProperty(PROPERTY, H2).equals(H2);
  }

  /** The chosen release; the newest when H2 is chosen. */
  public static PostgresqlRelease chosen() {
    String chosen = System.getProperty(PROPERTY, H2);
    for (PostgresqlRelease release : values()) {
      if (release.name.equals(chosen)) {
        return release;
      }
    }
    if (chosen.equals(H2)) {
      return NEWEST;
    }
    throw new IllegalArgumentException(
        PROPERTY + "=" + chosen + ": give h2, postgresql or postgresql-15");
  }

  /** Whether the binaries are to be had on this machine; Debian's are demanded, not assumed. */
  public boolean isForThisMachine() {
    return this == DEBIAN
        || System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64");
  }

  /** The folder with initdb, postgres and pg_ctl. */
  Path binaries() {
    return this == DEBIAN ? ofDebian() : ofBuild();
  }

  private static Path ofDebian() {
    if (!Files.isExecutable(OF_DEBIAN.resolve("postgres"))) {
      throw new AssertionError(OF_DEBIAN + " is missing; install the Debian package postgresql-15");
    }
    return OF_DEBIAN;
  }

  /** Unpacks once for each JVM that shares the folder: a whole folder is moved into place. */
  private static Path ofBuild() {
    try (InputStream packed =
        Objects.requireNonNull(
            PostgresqlRelease.class.getResourceAsStream("/postgres-linux-x86_64.txz"),
            "the build's PostgreSQL is not on the class path")) {
      Path folder = Files.createTempDirectory("postgresql-binaries");
      unpack(packed, folder);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder.resolve("bin");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unpack(InputStream packed, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName());
        Files.createDirectories(entry.isDirectory() ? target : target.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (!entry.isDirectory()) {
          Files.copy(tar, target);
          if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
          }
        }
      }
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
