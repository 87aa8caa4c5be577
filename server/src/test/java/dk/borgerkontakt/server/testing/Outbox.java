package dk.borgerkontakt.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The messages that the sandbox wrote instead of sending them. */
public final class Outbox {

  private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

  private final Path folder;
  private final Set<Path> read = ConcurrentHashMap.newKeySet();

  public Outbox(Path folder) {
    this.folder = folder;
  }

  /**
   * The code of the next message to the address that no test has read yet; waits until it is there.
   * A message has exactly one run of six digits.
   */
  public String nextCode(String address) {
    JsonNode message = nextMessage(address);
    List<String> codes =
        CODE.matcher(message.path("tekst").textValue()).results().map(MatchResult::group).toList();
    if (codes.size() != 1) {
      throw new AssertionError("not one code in the message but " + codes.size());
    }
    return codes.get(0);
  }

  /** The next message to the address that no test has read yet; waits until it is there. */
  public JsonNode nextMessage(String address) {
    return Await.until("a message", () -> unread(address));
  }

  /** Every message to the address that is there by now. */
  public List<JsonNode> messages(String address) {
    List<JsonNode> messages = new ArrayList<>();
    files().forEach(file -> message(file, address).ifPresent(messages::add));
    return messages;
  }

  private Optional<JsonNode> unread(String address) {
    for (Path file : files()) {
      Optional<JsonNode> message = read.contains(file) ? Optional.empty() : message(file, address);
      if (message.isPresent() && read.add(file)) {
        return message;
      }
    }
    return Optional.empty();
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<JsonNode> message(Path file, String address) {
    try {
      JsonNode message = new JsonMapper().readTree(Files.readAllBytes(file));
      return Optional.of(message).filter(one -> one.path("modtager").asText().equals(address));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
