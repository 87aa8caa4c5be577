package dk.borgerkontakt.conformance.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.borgerkontakt.conformance.data.TestData.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the messages that the implementation sends to citizens. */
public final class Mailbox {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

  private final Messages messages;

  public Mailbox(Messages messages) {
    this.messages = messages;
  }

  /**
   * The codes in the texts that were sent to an address by a channel; waits until there are as many
   * as expected, or for some seconds in vain. Never to be printed.
   */
  public List<String> codes(String channel, String address, int expected) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<String> codes = codes(channel, address);
    while (codes.size() < expected && System.nanoTime() < end) {
      pause();
      codes = codes(channel, address);
    }
    return codes;
  }

  private List<String> codes(String channel, String address) {
    return texts(channel, address).stream()
        .flatMap(text -> CODE.matcher(text).results().map(MatchResult::group))
        .toList();
  }

  /** The texts that were sent to an address by a channel until now. Never to be printed. */
  public List<String> texts(String channel, String address) {
    return messages.folder() == null ? printed(channel, address) : written(channel, address);
  }

  private List<String> written(String channel, String address) {
    Path folder = Path.of(String.valueOf(messages.folder()));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".json")).toList()) {
        JsonNode message = new JsonMapper().readTree(Files.readString(file));
        if (message.path("kanal").asText().equals(channel)
            && message.path("modtager").asText().equals(address)) {
          texts.add(message.path("tekst").asText());
        }
      }
    } catch (IOException e) {
      throw new UnreachableException("the messages can't be read: " + e.getClass().getName());
    }
    return texts;
  }

  private List<String> printed(String channel, String address) {
    List<String> command =
        new ArrayList<>(Optional.ofNullable(messages.command()).orElse(List.of()));
    command.add(channel);
    command.add(address);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return List.of(new String(process.getInputStream().readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UnreachableException("the command for messages fails: " + e.getClass().getName());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
