package dk.borgerkontakt.server.copies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.borgerkontakt.server.testing.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder that copies of a sandbox write messages to, which may be out of reach for them. */
final class SandboxMessages {

  /** All that a version waits for before it tries again. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

  private final Path folder;
  private final Path away;

  SandboxMessages(Path dataDir) {
    folder = dataDir.resolve("outbox");
    away = dataDir.resolve("outbox.away");
  }

  /** From now on no message gets through. */
  void block() throws IOException {
    Files.move(folder, away);
  }

  void letThrough() throws IOException {
    Files.move(away, folder);
  }

  /** The code that was sent to this number, as soon as there is one. */
  String code(String number) {
    return Await.until("a code to " + number, PATIENCE, () -> sent(number));
  }

  private Optional<String> sent(String number) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(SandboxMessages::read)
          .filter(message -> message.path("modtager").asText().equals(number))
          .map(message -> CODE.matcher(message.path("tekst").asText()))
          .filter(Matcher::find)
          .map(found -> found.group(1))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return new JsonMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
