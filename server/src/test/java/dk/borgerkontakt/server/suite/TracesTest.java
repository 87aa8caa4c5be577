package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestCollector;
import dk.borgerkontakt.server.testing.TestCollector.Span;
import dk.borgerkontakt.server.testing.TestServer;
import dk.borgerkontakt.server.testing.TestSmsGateway;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a collector of OpenTelemetry is told of requests and messages, and what it is not. */
class TracesTest {

  private static final String LISTED = "+4521770001";
  private static final String PARENT = "00f067aa0ba902b7";
  private static final String READ = "GET " + Caller.PATH;

  @AutoClose private static final TestCollector collector = new TestCollector();
  @AutoClose private static final TestSmsGateway sms = TestSmsGateway.start();

  @AutoClose
  private static final TestServer server =
      TestServer.with()
          .settings(sms.settings())
          .setting("borgerkontakt.messages.sandbox-recipients", LISTED)
          .setting("borgerkontakt.telemetry.traces-url", collector.url().toString())
          .setting("borgerkontakt.telemetry.authorization", "Bearer of-the-collector")
          .start();

  private final Caller akasse = server.as("akasse-11");
  private final String citizen = server.register().newCitizen();
  private final String trace = randomTrace();
  private final String traceparent = "00-" + trace + "-" + PARENT + "-00";

  @Test
  void aReadIsASpanOfTheCallersTrace() {
    akasse.create(citizen, 2, "33 12 00 01").send();
    akasse.read(citizen).header("traceparent", traceparent).send();

    Span request = span(READ);
    assertThat(request.parent()).isEqualTo(PARENT);
    assertThat(request.attributes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "http.request.method", "GET",
                "http.route", Caller.PATH,
                "http.response.status_code", "200",
                "borgerkontakt.fejlkode", "0",
                "borgerkontakt.organisationstype", "AKasse"));
    assertThat(span("shared audit commit").parent()).isEqualTo(request.id());
    assertThat(collector.authorization()).contains("Bearer of-the-collector");
  }

  @Test
  void aWriteHasASpanForItsTransaction() {
    akasse.create(citizen, 2, "33 12 00 01").header("traceparent", traceparent).send();

    assertThat(span("write transaction").parent()).isEqualTo(span("POST " + Caller.PATH).id());
  }

  @Test
  void aRefusalTellsItsCode() {
    akasse.read("0000000000").header("traceparent", traceparent).send();

    assertThat(span(READ).attributes())
        .containsEntry("http.response.status_code", "404")
        .containsEntry("borgerkontakt.fejlkode", "1010");
  }

  @Test
  void aMessageIsSentInTheTraceOfItsRequestAndTheGatewayIsTold() {
    akasse.create(citizen, 1, LISTED).send();
    akasse.code(citizen, 1).header("traceparent", traceparent).send();

    Span sent = span("send sms");
    assertThat(sent.attributes()).containsExactly(Map.entry("borgerkontakt.outcome", "accepted"));
    assertThat(sms.traceparents()).contains("00-" + trace + "-" + sent.id() + "-01");
  }

  @Test
  void nothingPersonalIsTold() {
    String mobile = Register.freeMobile();
    String mail = Register.freeEmail();
    akasse.create(citizen, 1, mobile, 3, mail).send();
    akasse.code(citizen, 1).send();
    akasse.verify(citizen, 1, "000000").send();
    akasse.byMobile(mobile).send();
    akasse.byEmail(mail).header("tracestate", "vendor=" + citizen).send();
    akasse.get("/v1/hemmelig-sti?cpr=" + citizen).illFormed().send();
    akasse.call("X" + citizen, Caller.PATH).illFormed().send();
    akasse.read(citizen).header("traceparent", traceparent).send();

    span(READ);
    assertThat(collector.everything())
        .doesNotContain(citizen, mobile.substring(3), mail, "hemmelig-sti", "eyJ")
        .contains("/v1/kontaktinformation/mobiltelefon/{mobiltelefon}");
  }

  @Test
  void everyRequestHasItsIdsWithoutACallersTrace() {
    akasse.read("0000000000").header("traceparent", "00-" + citizen).send();

    Await.until(
        "a span without a parent",
        () ->
            collector.spans().stream()
                .filter(it -> it.name().equals(READ) && it.parent().isEmpty())
                .findFirst());
  }

  private Span span(String name) {
    return collector.span(name, it -> it.trace().equals(trace) && it.name().equals(name));
  }

  private static String randomTrace() {
    HexFormat hex = HexFormat.of();
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return hex.toHexDigits(random.nextLong() | 1) + hex.toHexDigits(random.nextLong());
  }
}
