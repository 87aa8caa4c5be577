package dk.borgerkontakt.server.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets one import at a time work in a data folder: two would wait for each other's rows, each with
 * what the other needs.
 */
final class ImportLock implements AutoCloseable {
  private final FileChannel channel;

  private ImportLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock; the operating system gives it back if the process dies. */
  static ImportLock take(Path dataDir) throws IOException {
    FileChannel channel =
        FileChannel.open(
            dataDir.resolve("import.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new ImportException(
          List.of("Another import is at work in " + dataDir + "; start again when it is done"));
    }
    return new ImportLock(channel);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
