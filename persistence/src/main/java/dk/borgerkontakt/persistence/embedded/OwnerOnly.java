package dk.borgerkontakt.persistence.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders and files that only their owner can use, where the file system knows permissions. */
final class OwnerOnly {

  private OwnerOnly() {}

  /** Creates a folder unless it is there; one that is there keeps the permissions it has. */
  static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder, permissions("rwx------"));
  }

  /** Creates an empty file unless it is there, and takes it from everybody but its owner. */
  static void createFile(Path file) throws IOException {
    try {
      createNewFile(file);
    } catch (FileAlreadyExistsException e) {
      if (hasPermissions()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    }
  }

  /** Creates an empty file; {@link FileAlreadyExistsException} if there is one. */
  static void createNewFile(Path file) throws IOException {
    Files.createFile(file, permissions("rw-------"));
  }

  /** Writes a file whole: a reader sees the old content or the new. */
  static void write(Path file, String content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path aside = Files.createTempFile(folder, null, null, permissions("rw-------"));
    Files.writeString(aside, content);
    Files.move(aside, file, ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] permissions(String permissions) {
    return hasPermissions()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean hasPermissions() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
