package dk.borgerkontakt.server.copies;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.JarProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three copies on one database behind a balancer: what clients see of one that ends. */
@Tag("slow")
@Timeout(900)
class CopiesIT {

  private static final int CITIZENS = 9000;
  private static final int MORE = 60;

  @TempDir static Path folder;
  private static Deployment deployment;
  private static List<Copy> copies;
  private static Balancer balancer;

  /** At the same instant, on an empty database and without keys. */
  @BeforeAll
  static void startThree() throws Exception {
    deployment = new Deployment(folder);
    copies = deployment.threeCopies();
    for (Copy copy : copies) {
      copy.begin(JarProcess.jar());
    }
    for (Copy copy : copies) {
      copy.awaitReady();
    }
    deployment.addCitizens(CITIZENS);
    balancer = Balancer.start(folder.resolve("balancer.log"), copies);
  }

  @AfterAll
  static void stop() throws IOException {
    if (balancer != null) {
      balancer.close();
    }
    if (deployment != null) {
      deployment.close();
    }
  }

  @Test
  void nobodySeesThatOneIsStoppedAndStartedAgain() throws Exception {
    try (Clients clients = clients(0, CITIZENS / 2)) {
      long returns = balancer.returns(2);
      clients.awaitMore(MORE);
      assertThat(copies.get(1).stop()).as("exit code").isZero();
      clients.awaitMore(MORE);
      copies.get(1).start(JarProcess.jar());
      balancer.awaitReturns(2, returns + 1);
      clients.awaitMore(MORE);

      Reckoning reckoning = new Reckoning(deployment, balancer, clients);
      reckoning.checkNothingIsLost("one of three gets SIGTERM and is started again");
      reckoning.checkNobodyNoticed();
    }
  }

  @Test
  void aKillCostsNoMoreThanTheAnswersInFlight() throws Exception {
    try (Clients clients = clients(CITIZENS / 2, CITIZENS)) {
      long returns = balancer.returns(1);
      int failedBefore = balancer.failedAt().size();
      clients.awaitMore(MORE);
      Instant begin = Instant.now();
      copies.get(0).kill();
      Instant end = Instant.now();
      clients.awaitMore(MORE);
      copies.get(0).start(JarProcess.jar());
      balancer.awaitReturns(1, returns + 1);
      clients.awaitMore(MORE);

      new Reckoning(deployment, balancer, clients)
          .checkNothingIsLost("one of three gets kill -9 and is started again");
      assertThat(clients.failures())
          .hasSizeLessThanOrEqualTo(Clients.COUNT)
          .allSatisfy(
              failure -> {
                assertThat(failure.begin()).isBefore(end);
                assertThat(failure.end()).isAfter(begin);
              });
      List<String> failedAt = balancer.failedAt();
      assertThat(failedAt.subList(failedBefore, failedAt.size())).allMatch("copy-1"::equals);
    }
  }

  private static Clients clients(int first, int last) {
    Wire wire = new Wire(balancer.uri(), deployment::token);
    return Clients.start(wire, Duration.ofMillis(50), first, last);
  }
}
