package dk.borgerkontakt.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Clients that go on whatever is answered, each with citizens of its own: registers, reads and asks
 * for a code, and tries again what was not acknowledged. They remember what was, and every answer.
 */
final class SteadyLoad implements AutoCloseable {

  /** Far less than Retry-After asks for. */
  private static final Duration REST = Duration.ofMillis(50);

  /**
   * What came back.
   *
   * @param at when, by {@link System#nanoTime}
   */
  record Answer(long at, int status, Duration took, boolean saysWhenAgain) {
    boolean isSuccess() {
      return status / 100 == 2;
    }
  }

  private final String address;
  private final int citizens;
  private final int clients;
  private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Map<String, String> registered = new ConcurrentHashMap<>();
  private final Map<String, String> attempted = new ConcurrentHashMap<>();
  private final Map<String, Integer> writes = new ConcurrentHashMap<>();
  private final Map<String, Integer> reads = new ConcurrentHashMap<>();
  private final Set<String> codes = ConcurrentHashMap.newKeySet();
  private final List<Thread> threads = new ArrayList<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private volatile boolean stopped;

  SteadyLoad(String address, int citizens, int clients) {
    this.address = address;
    this.citizens = citizens;
    this.clients = clients;
  }

  void start() throws IOException, InterruptedException {
    String token = token();
    for (int client = 0; client < clients; client++) {
      int first = client;
      Thread thread = new Thread(() -> run(first, token));
      thread.start();
      threads.add(thread);
    }
  }

  void stop() throws InterruptedException {
    stopped = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** The service goes after those who call it. */
  @Override
  public void close() throws InterruptedException {
    stop();
  }

  /** By CPR number, the landline that was acknowledged last. */
  Map<String, String> registered() {
    return registered;
  }

  /** By CPR number, the landline that was sent last. */
  Map<String, String> attempted() {
    return attempted;
  }

  /** By CPR number, how many registrations were acknowledged. */
  Map<String, Integer> writes() {
    return writes;
  }

  /** By CPR number, how often contact information was answered. */
  Map<String, Integer> reads() {
    return reads;
  }

  /** The CPR numbers whose code was accepted. */
  Set<String> codes() {
    return codes;
  }

  List<Answer> answers() {
    return List.copyOf(answers);
  }

  long acknowledged() {
    return answers.stream().filter(Answer::isSuccess).count();
  }

  /** The first success after a moment. */
  Optional<Answer> successAfter(long nanoTime) {
    return answers.stream()
        .filter(answer -> answer.isSuccess() && answer.at() - nanoTime > 0)
        .min((one, other) -> Long.compare(one.at(), other.at()));
  }

  private void run(int first, String token) {
    try {
      for (int round = 0; !stopped; round++) {
        for (int i = first; i < citizens && !stopped; i += clients) {
          register(token, i, round);
          read(token, i);
          if (round == 0) {
            askForCode(token, i);
          }
        }
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void register(String token, int i, int round) throws IOException, InterruptedException {
    String cpr = Load.cpr(i);
    String landline = "+4533%02d%04d".formatted(10 + round % 90, i);
    attempted.put(cpr, landline);
    String body =
        """
        {"kontaktinformationer":{"kontaktinformation":[{"kontaktdataType":2,"kontaktdata":"%s"}]}}\
        """
            .formatted(landline);
    if (until(request("", token, cpr).POST(BodyPublishers.ofString(body)).build()) == 204) {
      registered.put(cpr, landline);
      writes.merge(cpr, 1, Integer::sum);
    }
  }

  private void read(String token, int i) throws IOException, InterruptedException {
    if (until(request("", token, Load.cpr(i)).GET().build()) == 200) {
      reads.merge(Load.cpr(i), 1, Integer::sum);
    }
  }

  private void askForCode(String token, int i) throws IOException, InterruptedException {
    HttpRequest request =
        request("/verifikationskode", token, Load.cpr(i))
            .POST(BodyPublishers.ofString("{\"kontaktdataType\":1}"))
            .build();
    if (until(request) == 202) {
      codes.add(Load.cpr(i));
    }
  }

  /** Tries until it is answered with something else than "not ready"; the last status. */
  private int until(HttpRequest request) throws IOException, InterruptedException {
    while (true) {
      long begin = System.nanoTime();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      long end = System.nanoTime();
      answers.add(
          new Answer(
              end,
              answer.statusCode(),
              Duration.ofNanos(end - begin),
              answer.headers().firstValue("Retry-After").isPresent()));
      if (answer.statusCode() != 503 || stopped) {
        return answer.statusCode();
      }
      Thread.sleep(REST.toMillis());
    }
  }

  private HttpRequest.Builder request(String path, String token, String cpr) {
    return HttpRequest.newBuilder(URI.create(address + "/v1/kontaktinformation" + path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .header("x-civilregistrationIdentifier", cpr);
  }

  private String token() throws IOException, InterruptedException {
    String form = "grant_type=client_credentials&client_id=akasse-11&client_secret=sandbox";
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new JsonMapper().readTree(answer.body()).get("access_token").textValue();
  }
}
