package dk.borgerkontakt.persistence.embedded;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Backs up an embedded database while it is used: a zip with the database file as one moment had
 * it, everything that was committed by then and nothing that was not.
 */
public final class EmbeddedBackup {

  private EmbeddedBackup() {}

  /**
   * Writes the backup, owner-only and on the disk when this returns.
   *
   * @param database the database's file, as {@link H2Url#file} names it
   * @param target a file that is not there yet
   */
  public static void write(Handle handle, Path database, Path target) throws IOException {
    // The process that holds the database open writes it, and may be allowed to write here alone.
    Path aside = database.resolveSibling(database.getFileName() + "-" + UUID.randomUUID() + ".zip");
    try {
      OwnerOnly.createFile(aside);
      handle.execute("backup to ?", aside.toString());
      OwnerOnly.createNewFile(target);
      copy(aside, target);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (FileChannel source = FileChannel.open(from);
        FileChannel copy = FileChannel.open(to, WRITE)) {
      long size = source.size();
      long done = 0;
      while (done < size) {
        done += source.transferTo(done, size - done, copy);
      }
      copy.force(true);
    }
  }
}
