package dk.borgerkontakt.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that register landlines and ask for codes until the service is gone, and remember what
 * was answered.
 */
final class Load {

  private static final int CLIENTS = 8;

  private final int citizens;
  private final Duration rest;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<String, String> registered = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> accepted = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** As fast as the service answers. */
  Load(int citizens) {
    this(citizens, Duration.ZERO);
  }

  /** Each client rests so long after an answer. */
  Load(int citizens, Duration rest) {
    this.citizens = citizens;
    this.rest = rest;
  }

  static String cpr(int citizen) {
    return "010150%04d".formatted(citizen);
  }

  /** Which citizen has a CPR number. */
  static int citizen(String cpr) {
    return Integer.parseInt(cpr.substring(6));
  }

  static String mobile(int citizen) {
    return "+452030%04d".formatted(citizen);
  }

  private static String landline(int citizen) {
    return "+453313%04d".formatted(citizen);
  }

  void start(String address) throws IOException, InterruptedException {
    String token = token(address);
    threads.clear();
    for (int i = 0; i < CLIENTS; i++) {
      Thread thread = new Thread(() -> run(address, token));
      thread.start();
      threads.add(thread);
    }
  }

  /** Asks for nothing more. */
  void stop() throws InterruptedException {
    next.set(citizens);
    join();
  }

  void join() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** From this citizen on nothing has been asked yet. */
  int begun() {
    return next.get();
  }

  int acknowledged() {
    return registered.size() + accepted.size();
  }

  /** The landlines that were answered with 204, by CPR number. */
  Map<String, String> registered() {
    return registered;
  }

  /** The mobiles whose code was answered with 202. */
  List<String> accepted() {
    return List.copyOf(accepted);
  }

  /** The registered landlines that the service doesn't answer any more. */
  List<String> lost(String address) throws IOException, InterruptedException {
    String token = token(address);
    List<String> lost = new ArrayList<>();
    for (Map.Entry<String, String> entry : registered.entrySet()) {
      HttpRequest request = request(address, "", token, entry.getKey()).GET().build();
      if (!send(request).body().contains(entry.getValue())) {
        lost.add(entry.getValue());
      }
    }
    return lost;
  }

  private void run(String address, String token) {
    try {
      for (int i = next.getAndIncrement(); i < citizens; i = next.getAndIncrement()) {
        if (i % 2 == 0) {
          register(address, token, i);
        } else {
          askForCode(address, token, i);
        }
        Thread.sleep(rest.toMillis());
      }
    } catch (IOException gone) {
      // The service was killed: what was not answered was not promised.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void register(String address, String token, int i)
      throws IOException, InterruptedException {
    String body =
        "{\"kontaktinformationer\":{\"kontaktinformation\":[{\"kontaktdataType\":2,\"kontaktdata\":\""
            + landline(i)
            + "\"}]}}";
    if (post(address, "", token, cpr(i), body) == 204) {
      registered.put(cpr(i), landline(i));
    }
  }

  private void askForCode(String address, String token, int i)
      throws IOException, InterruptedException {
    if (post(address, "/verifikationskode", token, cpr(i), "{\"kontaktdataType\":1}") == 202) {
      accepted.add(mobile(i));
    }
  }

  private int post(String address, String path, String token, String cpr, String body)
      throws IOException, InterruptedException {
    return send(request(address, path, token, cpr)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build())
        .statusCode();
  }

  private static HttpRequest.Builder request(
      String address, String path, String token, String cpr) {
    return HttpRequest.newBuilder(URI.create(address + "/v1/kontaktinformation" + path))
        .header("Authorization", "Bearer " + token)
        .header("x-civilregistrationIdentifier", cpr);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private String token(String address) throws IOException, InterruptedException {
    String form = "grant_type=client_credentials&client_id=akasse-11&client_secret=sandbox";
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new JsonMapper().readTree(answer.body()).get("access_token").textValue();
  }
}
