package dk.borgerkontakt.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An SMS gateway that takes JSON over HTTP, on a port that it keeps when it is stopped and started
 * again. It knows a message by its Idempotency-Key and delivers it once, however often it comes.
 */
public final class TestSmsGateway implements AutoCloseable {

  /** An SMS as the citizen gets it. */
  public record Sms(String id, String modtager, String tekst, String afsender, long sekunder) {}

  private static final JsonMapper JSON = new JsonMapper();
  private static final int THREADS = 16;

  static {
    // Head and body of an answer are written one by one; the second would wait for an ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final Map<String, Sms> delivered = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
  private final List<String> traceparents = new CopyOnWriteArrayList<>();
  private final Set<String> unreachable = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final InetSocketAddress address;
  private HttpServer server;

  private TestSmsGateway() {
    listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    address = server.getAddress();
  }

  /** A gateway on a free port. */
  public static TestSmsGateway start() {
    return new TestSmsGateway();
  }

  /** Closes the port and every connection; what was delivered is remembered. */
  public void stop() {
    server.stop(0);
  }

  /** Is there again, on the same port. */
  public void restart() {
    listen(address);
  }

  private void listen(InetSocketAddress where) {
    try {
      server = HttpServer.create(where, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/sms", this::take);
    server.setExecutor(threads);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + address.getPort() + "/sms");
  }

  /** The settings of a service that sends its SMS here. */
  public Map<String, String> settings() {
    return Map.of(
        "borgerkontakt.sms.gateway",
        "https",
        "borgerkontakt.sms.sender",
        "Kontakt",
        "borgerkontakt.sms.https.url",
        url().toString(),
        "borgerkontakt.sms.https.body",
        """
        {"to": "{modtager}", "text": "{tekst}", "from": "{afsender}", "validity": {sekunder}}""",
        "borgerkontakt.sms.https.success",
        "/status=accepted",
        "borgerkontakt.sms.https.id",
        "/id",
        "borgerkontakt.sms.https.invalid-number",
        "/error=unknown-number");
  }

  /** From now on this number is refused. */
  public void cannotReach(String number) {
    unreachable.add(number);
  }

  /** Every SMS that was delivered, each once. */
  public List<Sms> delivered() {
    return List.copyOf(delivered.values());
  }

  /** Those to one number. */
  public List<Sms> delivered(String number) {
    return delivered.values().stream().filter(sms -> sms.modtager().equals(number)).toList();
  }

  /** How often the message of this id was handed over. */
  public int requests(String id) {
    return requests.getOrDefault(id, new AtomicInteger()).get();
  }

  /** The headers of that name that came along. */
  public List<String> traceparents() {
    return List.copyOf(traceparents);
  }

  private void take(HttpExchange exchange) throws IOException {
    traceparents.addAll(exchange.getRequestHeaders().getOrDefault("traceparent", List.of()));
    String id = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    JsonNode json = JSON.readTree(exchange.getRequestBody());
    requests.computeIfAbsent(id, unknown -> new AtomicInteger()).incrementAndGet();
    String number = json.required("to").textValue();
    if (unreachable.contains(number)) {
      answer(exchange, 422, "{\"error\":\"unknown-number\"}");
      return;
    }
    delivered.computeIfAbsent(
        id,
        unknown ->
            new Sms(
                id,
                number,
                json.required("text").textValue(),
                json.required("from").textValue(),
                json.required("validity").longValue()));
    answer(exchange, 200, "{\"status\":\"accepted\",\"id\":\"sms-" + id + "\"}");
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
