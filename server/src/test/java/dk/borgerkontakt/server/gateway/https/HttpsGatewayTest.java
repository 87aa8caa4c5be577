package dk.borgerkontakt.server.gateway.https;

import static dk.borgerkontakt.server.gateway.https.GatewayFixture.NOW;
import static dk.borgerkontakt.server.gateway.https.GatewayFixture.UDLOEBER;
import static dk.borgerkontakt.server.gateway.https.GatewayFixture.gateway;
import static dk.borgerkontakt.server.gateway.https.GatewayFixture.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.NotTakenException;
import dk.borgerkontakt.server.outbox.Outcome;
import dk.borgerkontakt.server.outbox.Outcome.Accepted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsGatewayTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final AtomicInteger requests = new AtomicInteger();
  private volatile int status = 200;
  private volatile String answer = "{\"status\":\"accepted\",\"id\":\"a-1\"}";
  private volatile Headers headers;
  private volatile byte[] body;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          headers = exchange.getRequestHeaders();
          body = exchange.getRequestBody().readAllBytes();
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          if (status / 100 == 3) {
            exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
          }
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void fillsTheBodyInAndNamesTheMessage() throws IOException {
    Message message = message("Din kode er 123456. Bekræft.");

    assertThat(gateway(url(), TIMEOUT).send(message, UDLOEBER)).isEqualTo(new Accepted("a-1"));

    assertThat(headers.getFirst("Idempotency-Key")).isEqualTo(message.id().toString());
    assertThat(headers.getFirst("Content-Type")).isEqualTo("application/json");
    assertThat(headers.getFirst("Authorization")).isEqualTo("Bearer hemmelig");
    assertThat(headers.getFirst("Upgrade")).isNull();
    JsonNode sent = new JsonMapper().readTree(body);
    assertThat(sent.at("/to/0").textValue()).isEqualTo("+4570123456");
    assertThat(sent.path("msisdn").longValue()).isEqualTo(4570123456L);
    assertThat(sent.path("text").textValue()).isEqualTo("Din kode er 123456. Bekræft.");
    assertThat(sent.path("from").textValue()).isEqualTo("Kontakt");
    assertThat(sent.path("reference").textValue()).isEqualTo(message.id().toString());
    assertThat(sent.path("validity").intValue()).isEqualTo(90);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\", \"to\": [\"+4599999999\"], \"x\": \"",
        "back\\slash \\\" and \\u0022",
        "two\r\nlines\tand \u0000 and \u2028",
        "{id} {sekunder} {tekst} $1 \\1",
        "emoji 🙂 and æøåÆØÅ €"
      })
  void nothingInATextGetsOutOfItsString(String text) throws IOException {
    gateway(url(), TIMEOUT).send(message(text), UDLOEBER);

    JsonNode sent = new JsonMapper().readTree(body);
    assertThat(sent.path("text").textValue()).isEqualTo(text);
    assertThat(sent.path("to")).hasSize(1);
    assertThat(sent).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {'status':'accepted','id':'a-1'}      | accepted a-1",
        "202 | {'status':'accepted','id':17}         | accepted 17",
        "200 | {'status':'accepted'}                 | accepted null",
        "200 | {'status':'accepted','id':{'a':1}}    | accepted null",
        "200 | {'status':'accepted','id':'ø'}        | accepted null",
        "200 | {'status':'accepted','id':'x4570123456'} | accepted null",
        "200 | {'status':'accepted','id':'70123456-1'} | accepted null",
        "409 | {'error':'known','id':'a-1'}          | accepted a-1",
        "400 | {'errors':[{'code':'NUMBER'}]}        | invalid 400 NUMBER",
        "200 | {'errors':[{'code':'NUMBER'}]}        | invalid 200 NUMBER",
        "422 | {'error':7}                           | invalid 422 7",
        "500 | {'error':'7','status':'accepted'}     | invalid 500 7",
      })
  void aFinalAnswerIsAnOutcome(int status, String json, String outcome) throws IOException {
    this.status = status;
    answer = json.replace('\'', '"');

    assertThat(words(gateway(url(), TIMEOUT).send(message("x"), UDLOEBER))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "200 | {'status':'queued'}",
        "200 | {'status':['accepted']}",
        "200 | {'status'",
        "200 | <html>accepted</html>",
        "200 | ''",
        "204 | ''",
        "500 | {'status':'accepted'}",
        "302 | {'status':'accepted'}",
        "307 | {'status':'accepted'}",
        "308 | {'status':'accepted'}",
        "400 | {'errors':[{'code':'SENDER'}]}",
        "401 | {}",
        "403 | {}",
        "404 | ''",
        "408 | ''",
        "409 | {'error':'busy'}",
        "413 | {}",
        "422 | {}",
        "429 | {}",
        "502 | <html></html>",
        "503 | ''",
      })
  void anyOtherAnswerIsTriedAgain(int status, String json) {
    this.status = status;
    answer = json.replace('\'', '"');

    assertThatIOException()
        .isThrownBy(() -> gateway(url(), TIMEOUT).send(message("x"), UDLOEBER))
        .isInstanceOf(NotTakenException.class)
        .withMessage("status " + status + (status < 300 ? " without success" : ""));
    assertThat(requests).hasValue(1);
  }

  @Test
  void aStatusIsEnoughWhereNoRuleIsSet() throws IOException {
    answer = "OK";

    assertThat(GatewayFixture.withoutRules(url()).send(message("x"), UDLOEBER))
        .isEqualTo(new Accepted(null));
  }

  @Test
  void asksNothingOfTheGatewayWhenTheCodeIsDead() {
    assertThatIOException()
        .isThrownBy(() -> gateway(url(), TIMEOUT).send(message("x"), NOW.plusMillis(999)));
    assertThat(requests).hasValue(0);
  }

  private static String words(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      return (refused.isAddressInvalid() ? "invalid " : "refused ") + refused.code();
    }
    return "accepted " + ((Accepted) outcome).gatewayId();
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sms");
  }
}
