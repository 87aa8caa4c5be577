package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.testing.TestPort;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.LogLines;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What an operator is told of budgets, before they are used up and after. */
class BudgetLogTest {

  private static final String MOBILE = "+4521990077";

  private final int managementPort = TestPort.free();

  @AutoClose
  private final TestServer server =
      TestServer.with()
          .setting("borgerkontakt.management.port", "" + managementPort)
          .setting("borgerkontakt.messages.per-organisation", "6")
          .setting("borgerkontakt.sms.prefix-budgets", "45=100,4521990077=1")
          .start();

  private final Caller akasse = server.as("akasse-11");
  @AutoClose private final LogLines log = LogLines.ofAll();

  @Test
  void fourFifthsAndTheEndAreToldOnce() {
    for (int i = 0; i < 9; i++) {
      ask(3, Register.freeEmail());
    }

    assertThat(warnings())
        .containsExactly(
            "organisation 2/11: 5 of 6 codes of the day are used",
            "organisation 2/11: all 6 codes of the day are used");
  }

  @Test
  void whatIsRolledBackIsNotTold() {
    ask(1, MOBILE);
    for (int i = 0; i < 3; i++) {
      ask(3, Register.freeEmail());
    }
    log.clear();

    ask(1, MOBILE);
    server.clock().advance(Duration.ofSeconds(60));
    ask(1, MOBILE);
    assertThat(warnings()).isEmpty();

    ask(3, Register.freeEmail());
    assertThat(warnings()).containsExactly("organisation 2/11: 5 of 6 codes of the day are used");
  }

  @Test
  void aPrefixThatMayBeSomebodysNumberIsNotPrintedWhole() {
    ask(1, MOBILE);

    assertThat(warnings()).containsExactly("prefix 4521990...: all 1 codes of the day are used");
  }

  @Test
  void refusalsAreCountedByTheirReason() throws Exception {
    ask(1, "+46701740603");
    ask(1, MOBILE);
    server.clock().advance(Duration.ofSeconds(60));
    ask(1, MOBILE);
    for (int i = 0; i < 8; i++) {
      ask(3, Register.freeEmail());
    }

    assertThat(metrics())
        .contains("verification_refused_total{reason=\"country\"} 1.0")
        .contains("verification_refused_total{reason=\"prefix\"} 1.0")
        .contains("verification_refused_total{reason=\"organisation\"} 3.0");
  }

  private void ask(int type, String address) {
    String citizen = server.register().newCitizen();
    akasse.create(citizen, type, address).send();
    akasse.code(citizen, type).send();
  }

  private List<String> warnings() {
    return log.warnings().stream().filter(text -> text.contains("codes of the day")).toList();
  }

  private String metrics() throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + managementPort + "/metrics");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
        .body();
  }
}
