package dk.borgerkontakt.server.copies;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.TestSmsGateway.Sms;
import java.util.List;

/** Compares what clients were promised with what became of it, and prints both. */
final class Reckoning {

  private final Deployment deployment;
  private final Balancer balancer;
  private final Clients clients;

  Reckoning(Deployment deployment, Balancer balancer, Clients clients) {
    this.deployment = deployment;
    this.balancer = balancer;
    this.clients = clients;
  }

  /** Stops the clients; every write is there, and every accepted code was delivered once. */
  void checkNothingIsLost(String occasion) throws Exception {
    clients.stop();
    deployment.awaitAllSent();
    List<String> lost = clients.lost();
    List<Sms> sms = sms();
    System.out.printf(
        "%s: %d requests, %d failed (%d of them had been carried out), %d moved to another copy by"
            + " the balancer so far; %d writes acknowledged, %d lost; %d codes accepted, %d SMS"
            + " delivered, %d of them handed over twice and known by their id%n",
        occasion,
        clients.requests(),
        clients.failures().size(),
        clients.carriedOutBefore(),
        balancer.retried(),
        clients.registrations(),
        lost.size(),
        clients.accepted().size(),
        sms.size(),
        handedOverTwice());
    assertThat(clients.surprises()).isEmpty();
    assertThat(lost).as("lost writes").isEmpty();
    assertThat(sms.stream().map(Sms::modtager).toList())
        .as("SMS, one for each accepted code")
        .containsExactlyInAnyOrderElementsOf(clients.accepted());
  }

  /** No request failed, and no message was sent again. */
  void checkNobodyNoticed() {
    assertThat(clients.failures()).as("failed requests").isEmpty();
    assertThat(handedOverTwice()).as("SMS handed over twice").isZero();
  }

  private List<Sms> sms() {
    return deployment.sms().delivered().stream()
        .filter(sms -> clients.concerns(sms.modtager()))
        .toList();
  }

  private long handedOverTwice() {
    return sms().stream().filter(sms -> deployment.sms().requests(sms.id()) > 1).count();
  }
}
