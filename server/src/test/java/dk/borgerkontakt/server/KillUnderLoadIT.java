package dk.borgerkontakt.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.borgerkontakt.server.testing.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that was acknowledged is lost to kill -9, and no accepted code is lost or sent twice. */
@Tag("slow")
@Timeout(240)
class KillUnderLoadIT {

  private static final int KILLS = 3;
  private static final int CITIZENS = 1500;
  private static final int ACKNOWLEDGED_BEFORE_A_KILL = 300;

  /** A message that a killed process was about to send is free again when its lease ends. */
  private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(90);

  @TempDir Path temp;

  @Test
  void keepsWhatItAcknowledgedThroughThreeKillsUnderLoad() throws Exception {
    Path data = temp.resolve("data");
    LoadCitizens.imported(data, temp.resolve("register"), CITIZENS);
    Load load = new Load(CITIZENS);

    for (int kill = 1; kill <= KILLS; kill++) {
      int enough = ACKNOWLEDGED_BEFORE_A_KILL * kill;
      try (JarProcess service = JarProcess.start(data)) {
        load.start(service.address());
        Await.until("answers", () -> Optional.of(load).filter(l -> l.acknowledged() >= enough));
        service.kill();
        service.exitCode();
        load.join();
      }
    }

    try (JarProcess service = JarProcess.start(data)) {
      List<String> lost = load.lost(service.address());
      Map<String, Integer> messages = awaitMessages(data.resolve("outbox"), load.accepted());
      System.out.printf(
          "kill -9 under load %d times: %d writes acknowledged, %d lost; %d codes accepted, %d"
              + " messages in the folder%n",
          KILLS,
          load.registered().size(),
          lost.size(),
          load.accepted().size(),
          messages.values().stream().mapToInt(Integer::intValue).sum());
      assertThat(lost).isEmpty();
      assertThat(messages.keySet()).containsAll(load.accepted());
      assertThat(messages.values()).as("messages to one number").containsOnly(1);
    }
  }

  private static Map<String, Integer> awaitMessages(Path folder, List<String> accepted) {
    return Await.until(
        "every accepted code",
        LONGER_THAN_A_LEASE,
        () -> Optional.of(messages(folder)).filter(found -> found.keySet().containsAll(accepted)));
  }

  /** How many messages there are to each number. */
  private static Map<String, Integer> messages(Path folder) {
    Map<String, Integer> found = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        JsonNode message = new JsonMapper().readTree(file.toFile());
        found.merge(message.get("modtager").textValue(), 1, Integer::sum);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
