package dk.borgerkontakt.server.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A folder whose files only their owner can read and that are there whole or not at all, also after
 * a power cut and with several processes at work. Where the file system knows no POSIX permissions,
 * the files get those of the folder.
 */
public final class PrivateFolder {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path folder;
  private final boolean posix;

  /** Makes the folder, and those above it that are missing, for the owner alone (0700). */
  public PrivateFolder(Path folder) throws IOException {
    this.folder = folder.toAbsolutePath();
    this.posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (Files.isDirectory(this.folder)) {
      return;
    }
    if (posix) {
      Files.createDirectories(this.folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } else {
      Files.createDirectories(this.folder);
    }
  }

  /** Where the file of this name is, or would be. */
  public Path path(String name) {
    return folder.resolve(name);
  }

  /** Writes the file (0600) in one step, in place of an older one of that name. */
  public void put(String name, byte[] content) throws IOException {
    Path aside = writeAside(name, content);
    try {
      Files.move(aside, path(name), StandardCopyOption.ATOMIC_MOVE);
      forceFolder();
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /** As {@link #put}, but leaves an older file as it is: false if there was one. */
  public boolean putIfAbsent(String name, byte[] content) throws IOException {
    Path aside = writeAside(name, content);
    try {
      // A move would either overwrite or look first and move then; a link does neither.
      Files.createLink(path(name), aside);
      forceFolder();
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException e) {
      throw new IOException("the file system has no links", e);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /** The new file is the owner's alone (0600): that is how the JDK makes temporary files. */
  private Path writeAside(String name, byte[] content) throws IOException {
    Path aside = Files.createTempFile(folder, "." + name, ".tmp");
    try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
      return aside;
    } catch (IOException e) {
      Files.deleteIfExists(aside);
      throw e;
    }
  }

  /** Without it the new name may be lost in a power cut though the content was written. */
  private void forceFolder() throws IOException {
    if (posix) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
