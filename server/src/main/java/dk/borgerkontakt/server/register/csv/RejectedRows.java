package dk.borgerkontakt.server.register.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import dk.borgerkontakt.server.keys.PrivateFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of rows that were not loaded, with their line numbers and the reasons. Only its owner
 * can read it; it is made when there is a row to write.
 */
public final class RejectedRows implements Closeable {
  private final Path folder;
  private final String name;
  private @Nullable CsvWriter writer;
  private long count;

  public RejectedRows(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /** Adds a row. */
  public void add(CsvRow row, String reason) throws IOException {
    writer().writeRecord(Long.toString(row.line()), reason, row.text());
    count++;
  }

  /** How many rows are in the file. */
  public long count() {
    return count;
  }

  /** Where the file is, or would be. */
  public Path file() {
    return folder.resolve(name);
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }

  private CsvWriter writer() throws IOException {
    CsvWriter open = writer;
    if (open == null) {
      open = CsvWriter.builder().build(Channels.newOutputStream(newFile()), UTF_8);
      open.writeRecord("line", "reason", "row");
      writer = open;
    }
    return open;
  }

  private FileChannel newFile() throws IOException {
    boolean isPosix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        isPosix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    return FileChannel.open(
        new PrivateFolder(folder).path(name),
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        ownerOnly);
  }
}
