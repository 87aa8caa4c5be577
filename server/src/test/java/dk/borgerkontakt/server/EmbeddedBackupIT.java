package dk.borgerkontakt.server;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Await;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way back from a lost machine that had the embedded database, by the runbook's commands. */
@Tag("slow")
@Timeout(180)
class EmbeddedBackupIT {

  private static final int CITIZENS = 4000;
  private static final int BEFORE = 300;
  private static final int AFTER = 300;

  @TempDir Path temp;

  @Test
  void whatWasAcknowledgedBeforeTheBackupIsThereAfterTheReturn() throws Exception {
    Path data = temp.resolve("data");
    Path backup = temp.resolve("backup.zip");
    LoadCitizens.imported(data, temp.resolve("register"), CITIZENS);
    Load load = new Load(CITIZENS);
    Map<String, String> before;
    try (JarProcess service = JarProcess.start(data)) {
      load.start(service.address());
      awaitAcknowledged(load, BEFORE);
      before = Map.copyOf(load.registered());
      try (JarProcess command = JarProcess.start(data, "backup", backup.toString())) {
        assertThat(command.exitCode()).as("%s", command.err()).isZero();
      }
      awaitAcknowledged(load, load.acknowledged() + AFTER);
      service.kill();
      service.exitCode();
      load.join();
    }

    Path returned = temp.resolve("returned");
    Runbook.operations("Return of the embedded database")
        .run(
            Map.of(
                "BACKUP", backup.toString(),
                "KEYS", data.resolve("keys").toString(),
                "DATA", returned.toString()));

    try (JarProcess service = JarProcess.start(returned)) {
      List<String> lost = load.lost(service.address());
      System.out.printf(
          "return to a backup under load: %d writes acknowledged before it, %d after it; %d lost in"
              + " all%n",
          before.size(), load.registered().size() - before.size(), lost.size());
      assertThat(lost).doesNotContainAnyElementsOf(before.values());
    }
  }

  private static void awaitAcknowledged(Load load, int enough) {
    Await.until("answers", () -> Optional.of(load).filter(l -> l.acknowledged() >= enough));
  }
}
