package dk.borgerkontakt.server.management;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import dk.borgerkontakt.persistence.testing.TestPort;
import dk.borgerkontakt.server.identity.issuer.CountedFetches;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Monitoring;
import dk.borgerkontakt.server.testing.TestCa;
import dk.borgerkontakt.server.testing.TestIdentity;
import dk.borgerkontakt.server.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Health and metrics as they are served, and the dashboard and alerts that are made of them. */
class MonitoringTest {

  private static final String CITIZEN = "0207809002";
  private static final String MOBILE = "20120002";

  private static final int port = TestPort.free();

  @AutoClose private static TestServer server;

  private static Caller akasse;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    TestCa ca = new TestCa("ca");
    ca.server().write(folder, "server");
    server =
        TestServer.with()
            .setting("borgerkontakt.management.port", Integer.toString(port))
            .tls(folder)
            .start();
    akasse = server.over(TestIdentity.trusting(ca.certificate())).as("akasse-11");
  }

  @Test
  void everyMetricOfTheDashboardAndTheAlertsIsThere() throws Exception {
    use();
    awaitCollection();
    Metrics ofOidc = new Metrics("test", "test");
    new CountedFetches(JWKSet::new, ofOidc.registry());
    Set<String> names =
        Stream.concat(get("/metrics").body().lines(), ofOidc.scrape().lines())
            .map(line -> line.split("[{ ]", 2)[0])
            .collect(Collectors.toSet());
    names.add("up");
    ofOidc.close();

    assertThat(Monitoring.metrics()).hasSizeGreaterThan(20).isSubsetOf(names);
  }

  /** Its pauses are told from the first one on. */
  private static void awaitCollection() {
    Await.until(
        "a collection",
        () -> {
          System.gc();
          return Optional.of(metrics()).filter(it -> it.contains("jvm_gc_pause_seconds_sum"));
        });
  }

  private static String metrics() {
    try {
      return get("/metrics").body();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void noLabelHoldsWhatACallerCanChoose() throws Exception {
    use();

    String metrics = get("/metrics").body();

    assertThat(metrics)
        .contains("uri=\"/v1/kontaktinformation/mobiltelefon/{mobiltelefon}\"")
        .contains("verification_codes_total{outcome=\"code_sent\"}")
        .contains("identity_tokens_total{outcome=\"invalid\"}")
        .doesNotContain(CITIZEN, MOBILE, "ukendt-sti", "XYZZY", "akasse-11");
    assertThat(metrics.lines().count()).as("lines").isLessThan(1000);
  }

  @Test
  void everyVerificationIsCountedByItsOutcome() throws Exception {
    String citizen = server.register().newCitizen();
    String mobile = "+45" + (21_880_000 + port % 10_000);
    double wrong = value("verification_codes_total{outcome=\"code_wrong\"}");
    double right = value("verification_codes_total{outcome=\"code_right\"}");
    double notLive = value("verification_codes_total{outcome=\"code_not_live\"}");
    double tooSoon = value("verification_codes_total{outcome=\"too_soon\"}");
    akasse.create(citizen, 1, mobile).send();
    akasse.verify(citizen, 1, "000000").send();
    akasse.code(citizen, 1).send();
    String code = server.outbox().nextCode(mobile);
    akasse.code(citizen, 1).send();
    akasse.verify(citizen, 1, code.equals("000000") ? "000001" : "000000").send();
    akasse.verify(citizen, 1, code).send();

    assertThat(value("verification_codes_total{outcome=\"code_wrong\"}")).isEqualTo(wrong + 1);
    assertThat(value("verification_codes_total{outcome=\"code_right\"}")).isEqualTo(right + 1);
    assertThat(value("verification_codes_total{outcome=\"code_not_live\"}")).isEqualTo(notLive + 1);
    assertThat(value("verification_codes_total{outcome=\"too_soon\"}")).isEqualTo(tooSoon + 1);
  }

  @Test
  void aCopyThatServesIsLiveAndReady() throws Exception {
    HttpResponse<String> ready = get("/health/ready");

    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).startsWith("{\"status\":\"ready\"").contains("\"migrations\"");
  }

  @Test
  void everyAlertLeadsToAHeadingOfItsOwn() {
    List<String> alerts = Monitoring.alerts();
    assertThat(alerts).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    assertThat(Monitoring.runbooks())
        .isEqualTo(
            alerts.stream().map(it -> "operations.md#" + it.toLowerCase(Locale.ROOT)).toList());
  }

  private void use() {
    akasse.read(CITIZEN).send();
    akasse.byMobile(MOBILE).send();
    akasse.code(CITIZEN, 1).send();
    akasse.read(CITIZEN).token("x").illFormed().send();
    akasse.get("/v1/ukendt-sti/" + CITIZEN).illFormed().send();
    akasse.call("XYZZY", Caller.PATH).illFormed().send();
  }

  private static double value(String series) throws Exception {
    Pattern line = Pattern.compile(Pattern.quote(series) + " (\\S+)");
    return line.matcher(get("/metrics").body())
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
