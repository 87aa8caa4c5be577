package dk.borgerkontakt.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerkontakt.client.model.Fejlkode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ErrorsTest {
  private static final String PROBLEM =
      """
      {"type":"urn:borgerkontakt:fejl:%1$s","title":"T","status":429,"detail":"D",
       "fejlkode":%1$s,"fejltekst":"For mange æøå","sporingsId":"4bf92f3577b34da6a3ce929d0e0e4736"}\
      """;
  private CannedServer server;

  @BeforeEach
  void start() throws Exception {
    server = new CannedServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aProblemIsTyped() {
    server.answers(429, "application/problem+json", PROBLEM.formatted(90002), "17");
    ProblemException e = problem();

    assertThat(e.fejlkode()).isEqualTo(Fejlkode.ForMange);
    assertThat(e.status()).isEqualTo(429);
    assertThat(e.retryAfter()).hasValue(17);
    assertThat(e.fejl()).isEmpty();
    assertThat(e)
        .hasMessage(
            "getKontaktinformation: HTTP 429, 90002 For mange æøå"
                + " (sporingsId 4bf92f3577b34da6a3ce929d0e0e4736)");
  }

  @Test
  void anUnknownFejlkodeIsKept() {
    server.answers(
        429, "application/problem+json; charset=utf-8", PROBLEM.formatted(91234), "later");
    ProblemException e = problem();

    assertThat(e.fejlkode()).isEqualTo(new Fejlkode(91234));
    assertThat(e.fejlkode().isKnown()).isFalse();
    assertThat(e.retryAfter()).isEmpty();
  }

  @Test
  void aProxysPageIsAnErrorToo() {
    server.answers(502, "text/html", "<html>Bad gateway</html>", "5");
    ApiException e = catchThrowableOfType(ApiException.class, this::call);

    assertThat(e).isNotInstanceOf(ProblemException.class);
    assertThat(e.status()).isEqualTo(502);
    assertThat(e.retryAfter()).hasValue(5);
    assertThat(e).hasMessage("getKontaktinformation: HTTP 502, not from the service (text/html)");
  }

  @Test
  void aProblemOfSomebodyElseIsAnErrorToo() {
    server.answers(503, "application/problem+json", "{\"title\":\"x\"}");
    ApiException e = catchThrowableOfType(ApiException.class, this::call);

    assertThat(e).isNotInstanceOf(ProblemException.class).hasMessageContaining("HTTP 503");
  }

  @Test
  void noAnswerHasStatusZero() {
    server.close();
    ApiException e = catchThrowableOfType(ApiException.class, this::call);

    assertThat(e.status()).isZero();
    assertThat(e).hasMessage("getKontaktinformation: no answer");
  }

  private ProblemException problem() {
    return catchThrowableOfType(ProblemException.class, this::call);
  }

  private void call() {
    server.api().getKontaktinformation("0107809001");
  }
}
