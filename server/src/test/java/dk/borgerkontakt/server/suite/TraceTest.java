package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Call;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trace identifier of W3C Trace Context. */
class TraceTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final Caller star = server.as("star");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-" + ID + "-00f067aa0ba902b7-01",
        "00-" + ID + "-00f067aa0ba902b7-00",
        "cc-" + ID + "-00f067aa0ba902b7-01-what-the-future-brings"
      })
  void theCallersTraceIsTold(String traceparent) {
    assertThat(sporingsId(star.read("0000000000").header("traceparent", traceparent)))
        .isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        ID,
        "00-" + ID,
        "ff-" + ID + "-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-" + ID + "-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-" + ID + "0-00f067aa0ba902b7-01"
      })
  void anInvalidTraceIsReplaced(String traceparent) {
    assertThat(sporingsId(star.read("0000000000").header("traceparent", traceparent)))
        .matches("[0-9a-f]{32}")
        .isNotEqualTo(ID)
        .isNotEqualTo("0".repeat(32));
  }

  @Test
  void everyRequestHasItsOwn() {
    assertThat(sporingsId(star.read("0000000000")))
        .isNotEqualTo(sporingsId(star.read("0000000000")));
  }

  @Test
  void theTraceIsToldWhereverTheRequestFails() {
    String traceparent = "00-" + ID + "-00f067aa0ba902b7-01";

    assertThat(sporingsId(star.get("/ukendt").header("traceparent", traceparent))).isEqualTo(ID);
    assertThat(
            sporingsId(
                star.call("PUT", Caller.PATH).header("traceparent", traceparent).illFormed()))
        .isEqualTo(ID);
    assertThat(
            sporingsId(
                star.read("0000000000").token("x").header("traceparent", traceparent).illFormed()))
        .isEqualTo(ID);
  }

  private static String sporingsId(Call call) {
    return call.send().json().path("sporingsId").textValue();
  }
}
