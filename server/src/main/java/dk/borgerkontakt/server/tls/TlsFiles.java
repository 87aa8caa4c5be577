package dk.borgerkontakt.server.tls;

import dk.borgerkontakt.server.config.tls.TlsSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What stood in the files at one moment. Equal if every byte is. */
record TlsFiles(ByteBuffer certificate, @Nullable ByteBuffer key, @Nullable ByteBuffer clientCa) {

  static TlsFiles read(TlsSettings settings) throws IOException {
    Path key = settings.files().key();
    Path clientCa = settings.clientCa();
    return new TlsFiles(
        content(settings.files().certificate()),
        key == null ? null : content(key),
        clientCa == null ? null : content(clientCa));
  }

  private static ByteBuffer content(Path file) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(file));
  }

  /** Nothing: one of them is the private key. */
  @Override
  public String toString() {
    return "TlsFiles";
  }
}
