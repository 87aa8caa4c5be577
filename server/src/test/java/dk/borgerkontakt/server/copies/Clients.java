package dk.borgerkontakt.server.copies;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.Bodies;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that register landlines, read them back and ask for codes, each request about another
 * citizen. What fails they repeat, with the same x-requestId, until it doesn't.
 */
final class Clients implements AutoCloseable {

  static final int COUNT = 12;

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int REPEATED = 90003;

  /** A request that got no answer, or one of a fault. */
  record Failure(Instant begin, Instant end, String what) {}

  private interface Request {
    Answer send() throws IOException, InterruptedException;
  }

  private final int first;
  private final int last;
  private final Wire wire;
  private final Duration rest;
  private final AtomicInteger next;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger carriedOutBefore = new AtomicInteger();
  private final Map<String, String> registered = new ConcurrentHashMap<>();
  private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
  private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
  private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();

  private Clients(Wire wire, Duration rest, int first, int last) {
    this.first = first;
    this.next = new AtomicInteger(first);
    this.last = last;
    this.wire = wire;
    this.rest = rest;
  }

  /**
   * Starts them on the citizens from the first one to that before the last, who have to suffice.
   *
   * @param rest of each client after each request
   */
  static Clients start(Wire wire, Duration rest, int first, int last) {
    Clients clients = new Clients(wire, rest, first, last);
    for (int i = 0; i < COUNT; i++) {
      Thread thread = new Thread(clients::run, "client-" + i);
      thread.start();
      clients.threads.add(thread);
    }
    return clients;
  }

  static String cpr(int citizen) {
    return "010150%04d".formatted(citizen);
  }

  static String mobile(int citizen) {
    return "+452030%04d".formatted(citizen);
  }

  private static String landline(int citizen) {
    return "+453313%04d".formatted(citizen);
  }

  private int acknowledged() {
    return registered.size() + accepted.size();
  }

  int requests() {
    return requests.get();
  }

  int registrations() {
    return registered.size();
  }

  /** The mobiles whose code was accepted. */
  List<String> accepted() {
    return List.copyOf(accepted);
  }

  /** Whether the mobile is that of a citizen whom they may have asked about. */
  boolean concerns(String mobile) {
    return mobile.compareTo(mobile(first)) >= 0 && mobile.compareTo(mobile(last)) < 0;
  }

  List<Failure> failures() {
    return List.copyOf(failures);
  }

  /** How many failed requests had been carried out, as their repetition was told. */
  int carriedOutBefore() {
    return carriedOutBefore.get();
  }

  /** Answers that nobody should get. */
  List<String> surprises() {
    return List.copyOf(surprises);
  }

  /** The registered landlines that the service doesn't answer any more; after the end. */
  List<String> lost() throws IOException, InterruptedException {
    List<String> lost = new ArrayList<>();
    for (Map.Entry<String, String> entry : registered.entrySet()) {
      if (!wire.read(entry.getKey()).text().contains(entry.getValue())) {
        lost.add(entry.getValue());
      }
    }
    return lost;
  }

  private void run() {
    try {
      for (int i = next.getAndIncrement(); i < last; i = next.getAndIncrement()) {
        if (i % 2 == 0) {
          register(i);
        } else {
          askForCode(i);
        }
        Thread.sleep(rest.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void register(int i) throws InterruptedException {
    if (isCarriedOut("", cpr(i), Bodies.create(2, landline(i)), 204)) {
      registered.put(cpr(i), landline(i));
      Answer read = send(() -> wire.read(cpr(i)));
      if (read.status() != 200 || !read.text().contains(landline(i))) {
        surprises.add("not read back: " + read.status());
      }
    }
  }

  private void askForCode(int i) throws InterruptedException {
    if (isCarriedOut("/verifikationskode", cpr(i), Bodies.code(1), 202)) {
      accepted.add(mobile(i));
    }
  }

  private boolean isCarriedOut(String operation, String cpr, String json, int success)
      throws InterruptedException {
    String requestId = UUID.randomUUID().toString();
    AtomicInteger attempts = new AtomicInteger();
    Answer answer =
        send(
            () -> {
              attempts.incrementAndGet();
              return wire.post(operation, cpr, requestId, json);
            });
    if (answer.outcome() == REPEATED && attempts.get() > 1) {
      carriedOutBefore.incrementAndGet();
    } else if (answer.status() != success) {
      surprises.add(operation + " answered " + answer.outcome());
      return false;
    }
    return true;
  }

  private Answer send(Request request) throws InterruptedException {
    while (true) {
      Instant begin = Instant.now();
      requests.incrementAndGet();
      try {
        Answer answer = request.send();
        if (answer.status() < 500) {
          return answer;
        }
        failures.add(new Failure(begin, Instant.now(), "status " + answer.status()));
      } catch (IOException e) {
        failures.add(new Failure(begin, Instant.now(), String.valueOf(e)));
      }
      Thread.sleep(rest.toMillis());
    }
  }

  /** Returns when so many more requests have been carried out. */
  void awaitMore(int more) {
    int enough = acknowledged() + more;
    Await.until(
        "more answers", PATIENCE, () -> Optional.of(acknowledged()).filter(it -> it >= enough));
  }

  /** Asks for nothing more, and waits for the last answers. */
  void stop() throws InterruptedException {
    next.set(last);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Override
  public void close() {
    next.set(last);
    threads.forEach(Thread::interrupt);
  }
}
