package dk.borgerkontakt.server.tls;

import dk.borgerkontakt.server.config.tls.TlsSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What stood in the files at one moment. */
record TlsFiles(
    FileContent certificate, @Nullable FileContent key, @Nullable FileContent clientCa) {

  static TlsFiles read(TlsSettings settings) throws IOException {
    Path key = settings.files().key();
    Path clientCa = settings.clientCa();
    return new TlsFiles(
        FileContent.of(settings.files().certificate()),
        key == null ? null : FileContent.of(key),
        clientCa == null ? null : FileContent.of(clientCa));
  }
}
