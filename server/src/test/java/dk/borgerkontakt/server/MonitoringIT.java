package dk.borgerkontakt.server;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.testing.PostgresqlCluster;
import dk.borgerkontakt.persistence.testing.TestPort;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Monitoring;
import dk.borgerkontakt.server.testing.Outbox;
import dk.borgerkontakt.server.testing.Postgresql;
import dk.borgerkontakt.server.testing.Prometheus;
import dk.borgerkontakt.server.testing.TestCollector;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar under a real Prometheus: every query of the dashboard and the alerts finds something. */
@Tag("slow")
@Timeout(300)
class MonitoringIT {

  private static final String CITIZEN = "0207809002";
  private static final String MOBILE = "+4520120002";

  /** Of somebody else's issuer, and of TLS: this jar has neither. */
  private static final Pattern ELSEWHERE = Pattern.compile("^(identity_keys_|tls_)");

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path temp;

  @Test
  void everyAlertFiresWhenItShouldAndOnlyThen() throws Exception {
    assertThat(Prometheus.promtool(temp, "check", "rules", "alerts.yml")).contains("SUCCESS");
    assertThat(Prometheus.promtool(temp, "test", "rules", "alerts-test.yml")).contains("SUCCESS");
  }

  @Test
  void everyQueryFindsSomethingAndAnOutageIsSeen() throws Exception {
    int port = TestPort.free();
    try (PostgresqlCluster database = PostgresqlCluster.quick(Postgresql.release());
        TestCollector collector = new TestCollector();
        JarProcess service = started(database, collector, port);
        Prometheus prometheus = new Prometheus(temp, TestPort.free(), "127.0.0.1:" + port)) {
      Caller akasse = Caller.ofSandbox(URI.create(service.address()), "akasse-11");
      Await.until(
          "a scrape", () -> Optional.of(prometheus.values("up == 1")).filter(it -> !it.isEmpty()));
      prove(akasse);

      for (String expression : Monitoring.dashboardExpressions()) {
        if (!ELSEWHERE.matcher(expression).find()) {
          awaitData(prometheus, akasse, concrete(expression));
        }
      }
      for (String selector : Monitoring.alertSelectors()) {
        if (!ELSEWHERE.matcher(selector).find()) {
          awaitData(prometheus, akasse, selector);
        }
      }
      assertThat(prometheus.firing()).isEmpty();
      collector.span("a span of the jar's", span -> span.name().equals("GET " + Caller.PATH));

      database.close();
      Await.until(
          "unready", PATIENCE, () -> Optional.of(ready(port)).filter(it -> it.statusCode() == 503));
      long start = System.nanoTime();
      assertThat(ready(port).body()).contains("\"database\":{\"state\":\"down\"");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
      Await.until(
          "the alerts of an outage",
          PATIENCE,
          () ->
              Optional.of(prometheus.alerts())
                  .filter(it -> it.containsAll(List.of("CopyNotReady", "NoCopyReady"))));
    }
  }

  private JarProcess started(PostgresqlCluster database, TestCollector collector, int port)
      throws IOException {
    return JarProcess.start(
        temp.resolve("data"),
        "-Dborgerkontakt.management.port=" + port,
        "-Dborgerkontakt.telemetry.traces-url=" + collector.url(),
        "-Dborgerkontakt.log.format=json",
        "-Dborgerkontakt.database.url=" + database.url("postgres"));
  }

  private void prove(Caller akasse) {
    Outbox outbox = new Outbox(temp.resolve("data/outbox"));
    assertThat(akasse.code(CITIZEN, 1).send().status()).isEqualTo(202);
    String code = outbox.nextCode(MOBILE);
    akasse.verify(CITIZEN, 1, code.equals("000000") ? "000001" : "000000").send();
    assertThat(akasse.verify(CITIZEN, 1, code).send().status()).isEqualTo(204);
  }

  private static void awaitData(Prometheus prometheus, Caller akasse, String expression) {
    Await.until(
        "data of " + expression,
        PATIENCE,
        () -> {
          use(akasse);
          return Optional.of(prometheus.values(expression)).filter(it -> !it.isEmpty());
        });
  }

  private static void use(Caller akasse) {
    akasse.read(CITIZEN).send();
    akasse.byMobile(MOBILE).send();
    akasse.read("0000000000").send();
    akasse.read(CITIZEN).token("x").illFormed().send();
  }

  /** As Grafana fills its variables in. */
  private static String concrete(String expression) {
    return expression.replace("$__rate_interval", "30s").replace("$instance", ".*");
  }

  private static HttpResponse<String> ready(int port) {
    URI uri = URI.create("http://127.0.0.1:" + port + "/health/ready");
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
