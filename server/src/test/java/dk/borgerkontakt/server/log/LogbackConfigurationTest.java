package dk.borgerkontakt.server.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogbackConfigurationTest {
  private static final String CPR = "0107809001";

  @Test
  void printsClassesAndFramesOfAnExceptionButNoMessage() {
    Exception cause = new IllegalStateException("Key (cpr)=(" + CPR + ") already exists");
    Exception thrown = new IllegalArgumentException("batch with " + CPR + " failed", cause);
    thrown.addSuppressed(new IllegalStateException("suppressed with " + CPR));
    cause.addSuppressed(new IllegalStateException("deeper with " + CPR));

    String log = logged(logger -> logger.error("Import failed", thrown));

    assertThat(log)
        .doesNotContain(CPR)
        .contains("Import failed")
        .contains("java.lang.IllegalArgumentException\n")
        .contains("Caused by: java.lang.IllegalStateException\n")
        .contains("Suppressed: java.lang.IllegalStateException\n")
        .contains("\tat " + getClass().getName() + ".printsClassesAndFrames")
        .contains(" more\n");
  }

  @Test
  void endsOnACauseThatIsItsOwnCause() {
    Exception thrown = new IllegalArgumentException(CPR);
    thrown.initCause(new IllegalStateException(CPR, thrown));

    String log = logged(logger -> logger.error("Round", thrown));

    assertThat(log).doesNotContain(CPR).contains("java.lang.IllegalArgumentException (told above)");
  }

  @Test
  void keepsAnEventOnOneLine() {
    String log =
        logged(logger -> logger.warn("from {}", "client\r\n2026-01-01 INFO forged\u001b[2J"));

    assertThat(log).hasLineCount(1).contains("from client 2026-01-01 INFO forged [2J");
  }

  @Test
  void tellsTheTimeInUtcTheLevelTheTraceAndTheLogger() {
    String log = logged(logger -> logger.info("Hello"));

    assertThat(log)
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO  \\[-] Sample: Hello\n");
  }

  @Test
  void keepsWhatLibrariesSayBelowWarnToItself() {
    LoggerContext context = configured();

    assertThat(context.getLogger("org.glassfish.jersey").isInfoEnabled()).isFalse();
    assertThat(context.getLogger("org.glassfish.jersey").isWarnEnabled()).isTrue();
    assertThat(context.getLogger("dk.borgerkontakt.server").isInfoEnabled()).isTrue();
    context.stop();
  }

  @Test
  void saysNothingOfAnSmsThatTheLibraryOfSmppPrints() {
    LoggerContext context = configured();

    assertThat(context.getLogger("org.jsmpp.session.SMPPSession").isErrorEnabled()).isFalse();
    context.stop();
  }

  @Test
  void writesAnEventAsOneObjectOfJson() throws Exception {
    MDC.put("sporingsId", "4bf92f3577b34da6a3ce929d0e0e4736");
    MDC.put("spanId", "00f067aa0ba902b7");
    MDC.put("other", "not told");
    String log = loggedAsJson(logger -> logger.warn("from {}", "a\nb", "an argument too many"));
    MDC.clear();

    assertThat(log).hasLineCount(1).doesNotContain("too many", "not told");
    JsonNode line = new JsonMapper().readTree(log);
    assertThat(line.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "timestamp", "level", "logger", "thread", "message", "trace_id", "span_id");
    assertThat(line.get("timestamp").textValue())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(line.get("level").textValue()).isEqualTo("WARN");
    assertThat(line.get("message").textValue()).isEqualTo("from a\nb");
    assertThat(line.get("trace_id").textValue()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(line.get("span_id").textValue()).isEqualTo("00f067aa0ba902b7");
  }

  @Test
  void writesFramesButNoMessageOfAnExceptionAsJson() throws Exception {
    Exception cause = new IllegalStateException("Key (cpr)=(" + CPR + ") already exists");
    Exception thrown = new IllegalArgumentException("batch with " + CPR + " failed", cause);
    thrown.addSuppressed(new IllegalStateException("suppressed with " + CPR));

    String log = loggedAsJson(logger -> logger.error("Import failed", thrown));

    assertThat(log).hasLineCount(1).doesNotContain(CPR);
    assertThat(new JsonMapper().readTree(log).get("frames").textValue())
        .startsWith("java.lang.IllegalArgumentException\n")
        .contains("Caused by: java.lang.IllegalStateException\n")
        .contains("Suppressed: java.lang.IllegalStateException\n")
        .contains("\tat " + getClass().getName() + ".writesFrames");
  }

  @Test
  void tellsTraceAndSpanOfARequest() {
    MDC.put("sporingsId", "4bf92f3577b34da6a3ce929d0e0e4736");
    MDC.put("spanId", "00f067aa0ba902b7");
    String log = logged(logger -> logger.info("Hello"));
    MDC.clear();

    assertThat(log).contains(" [4bf92f3577b34da6a3ce929d0e0e4736 00f067aa0ba902b7] Sample: Hello");
  }

  private static String loggedAsJson(Consumer<Logger> event) {
    System.setProperty("borgerkontakt.log.format", "json");
    try {
      return logged(event);
    } finally {
      System.clearProperty("borgerkontakt.log.format");
    }
  }

  private static String logged(Consumer<Logger> event) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stderr = System.err;
    System.setErr(new PrintStream(bytes, true, UTF_8));
    try {
      LoggerContext context = configured();
      event.accept(context.getLogger("dk.borgerkontakt.server.Sample"));
      context.stop();
    } finally {
      System.setErr(stderr);
    }
    return bytes.toString(UTF_8);
  }

  /** A logging of its own, made from the file that the jar has. */
  private static LoggerContext configured() {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(MDC.getMDCAdapter());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    URL file = LogbackConfigurationTest.class.getResource("/logback.xml");
    try {
      configurator.doConfigure(Objects.requireNonNull(file));
    } catch (JoranException e) {
      throw new AssertionError(e);
    }
    return context;
  }
}
