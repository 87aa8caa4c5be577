package dk.borgerkontakt.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The conformance kit fails on a service that is wrong: each fault is planted into ours, one at a
 * time, and the named row of the contract has to find it.
 */
@Tag("slow")
@Timeout(300)
class PlantedFaultsIT {

  @TempDir Path temp;

  /**
   * Of the kit's rows those are run that stand in the contract beside the one that has to fail.
   *
   * @param file a source of ours, or a pointer into the contract that the service reads
   * @param from what stands there, once
   * @param to what a mistaken implementer would write
   */
  @ParameterizedTest
  @CsvFileSource(
      resources = "planted-faults.csv",
      numLinesToSkip = 1,
      delimiterString = " | ",
      quoteCharacter = '`')
  void isFound(String file, String from, String to, String row) throws Exception {
    Path changed = new PlantedFault(file, from, to == null ? "" : to).plant(temp);
    Path data = temp.resolve("data");
    try (JarProcess service = JarProcess.startWith(changed, data)) {
      KitRun run =
          KitRun.of(
              temp.resolve("report"),
              "--base-url",
              service.address(),
              "--outbox",
              data.resolve("outbox").toString(),
              "--rows",
              row.substring(0, row.indexOf(' ') + 1));

      assertThat(run.rows()).as(run.output()).containsEntry(row, "failure");
      assertThat(run.exitCode()).isEqualTo(1);
      System.out.printf("%s: %s%n", file, run.in("failure"));
    }
  }
}
