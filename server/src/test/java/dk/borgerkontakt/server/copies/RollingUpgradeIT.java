package dk.borgerkontakt.server.copies;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.JarProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Three copies become those of this version one by one, under load, and one goes back. */
@Tag("slow")
@Timeout(900)
class RollingUpgradeIT {

  private static final int CITIZENS = 9000;
  private static final int MORE = 60;

  /** So that the citizens suffice for as long as it takes. */
  private static final Duration REST = Duration.ofMillis(250);

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("earlier")
  void nobodySeesAnUpgradeOrTheWayBack(Path earlier) throws Exception {
    try (Deployment deployment = new Deployment(folder)) {
      List<Copy> copies = deployment.threeCopies();
      for (Copy copy : copies) {
        copy.start(earlier);
      }
      deployment.addCitizens(CITIZENS);
      try (Balancer balancer = Balancer.start(folder.resolve("balancer.log"), copies);
          Clients clients =
              Clients.start(new Wire(balancer.uri(), deployment::token), REST, 0, CITIZENS)) {
        clients.awaitMore(MORE);
        for (int number = 1; number <= copies.size(); number++) {
          replace(copies, number, JarProcess.jar(), balancer, clients);
        }
        replace(copies, 3, earlier, balancer, clients);

        Reckoning reckoning = new Reckoning(deployment, balancer, clients);
        reckoning.checkNothingIsLost("upgrade from " + earlier.getFileName() + ", one goes back");
        reckoning.checkNobodyNoticed();
      }
    }
  }

  static List<Path> earlier() throws IOException {
    return PreviousJars.draining();
  }

  private static void replace(
      List<Copy> copies, int number, Path jar, Balancer balancer, Clients clients)
      throws Exception {
    long returns = balancer.returns(number);
    Copy copy = copies.get(number - 1);
    assertThat(copy.stop()).as("exit code").isZero();
    copy.start(jar);
    balancer.awaitReturns(number, returns + 1);
    clients.awaitMore(MORE);
  }
}
