package dk.borgerkontakt.conformance.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.conformance.data.TestData;
import dk.borgerkontakt.conformance.data.TestData.Client;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.http.Login;
import dk.borgerkontakt.conformance.http.Request;
import dk.borgerkontakt.conformance.row.Row;
import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Place;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where one row is tried: what is sent from here is held against the contract and kept. */
public final class Bench {

  /**
   * A client that is told to wait this long, in seconds, waits; longer pauses are the row's own.
   */
  private static final int PATIENCE = 5;

  private static final int TRIES = 20;

  private final World world;
  private final Row row;
  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  public Bench(World world, Row row) {
    this.world = world;
    this.row = row;
  }

  public World world() {
    return world;
  }

  public TestData data() {
    return world.data();
  }

  public Row row() {
    return row;
  }

  /** The row's operation. */
  public Operation operation() {
    return row.requireOperation();
  }

  /** All that was sent and answered. */
  public List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /** What the answers broke of the contract, whatever the row is about. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /** The values of the code list of contact data. */
  public List<Integer> types() {
    List<Integer> types = new ArrayList<>();
    world
        .contract()
        .at("/components/schemas/KontaktdataCodelList/enum")
        .node()
        .forEach(type -> types.add(type.asInt()));
    return types;
  }

  /** An address of the type that was not used lately. */
  public String fresh(int type) {
    return Addresses.fresh(data(), type);
  }

  /** The row's own operation, asked in a form that is right. */
  public Request request() {
    return request(operation());
  }

  /**
   * An operation, asked in a form that is right, by {@code akasse} for its first own citizen. A
   * look-up asks for an address that nobody has.
   */
  public Request request(Operation operation) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    Request request =
        new Request(
            operation,
            operation.method(),
            path(operation),
            Login.of("akasse"),
            headers,
            null,
            null);
    ObjectNode body = Bodies.valid(operation, data(), types().get(0));
    return request
        .citizen(data().citizens().own().get(0))
        .body(operation.requestSchema().node().isMissingNode() ? null : body.toString());
  }

  private String path(Operation operation) {
    return operation.parameters().stream()
        .filter(parameter -> parameter.text("in").equals("path"))
        .findFirst()
        .map(parameter -> path(operation, fresh(lookedUpType(parameter))))
        .orElse(operation.path());
  }

  /** The path of a look-up for an address. */
  public static String path(Operation operation, String address) {
    String encoded = URLEncoder.encode(address, UTF_8).replace("+", "%20");
    return operation.path().replaceFirst("\\{.*}", encoded);
  }

  /** The type of contact data that a look-up is for: the one whose invalid values have its code. */
  public int lookedUpType(Place parameter) {
    Place list = world.contract().at("/components/schemas/KontaktdataCodelList");
    for (int i = 0; i < types().size(); i++) {
      if (list.child("x-enum-fejlkoder")
          .node()
          .path(i)
          .equals(parameter.node().get("x-fejlkode"))) {
        return types().get(i);
      }
    }
    throw new Mismatch("the contract has no type for " + parameter.text("name"));
  }

  /** The type of contact data that the row's look-up is for. */
  public int lookedUpType() {
    return operation().parameters().stream()
        .filter(parameter -> parameter.text("in").equals("path"))
        .findFirst()
        .map(this::lookedUpType)
        .orElseThrow(() -> new Mismatch(operation().id() + " looks nothing up"));
  }

  /** The same request by another client, which names the job centre that it acts for. */
  public Request as(Request request, String client) {
    String actsFor = client(client).actsFor();
    Request changed = request.as(client);
    return actsFor == null
        ? changed
        : changed.header("x-organisationTypeIdentifier", "8").header("x-organisationCode", actsFor);
  }

  private Client client(String name) {
    return Objects.requireNonNull(data().clients().get(name), name);
  }

  /** Skips the row when the client has no token that lacks the operation's scope. */
  public void requireNarrow(String client) {
    String scope = operation().scope();
    if (!world.tokens().canLack(client, scope)) {
      throw new Skip(
          "the data has no token of " + client + " without " + scope + " (narrowTokens)");
    }
  }

  /** A citizen, seen by a client. */
  public Person person(String cpr, String client) {
    return new Person(this, cpr, client);
  }

  /** One of the own citizens, whom the row may change. */
  public Person person() {
    List<String> own = data().citizens().own();
    return person(own.get(1 + Math.floorMod(row.id().hashCode(), own.size() - 1)), "akasse");
  }

  /** The first own citizen, with nothing registered. */
  public Person bare() {
    return person(data().citizens().own().get(0), "akasse").clearAllBut();
  }

  /** Sends it, and again as often as a limit of calls asks for a moment of patience. */
  public Exchange send(Request request) {
    Exchange exchange = once(request);
    for (int i = 0;
        i < TRIES && exchange.status() == 429 && retryAfter(exchange) <= PATIENCE;
        i++) {
      pause(retryAfter(exchange));
      exchange = once(request);
    }
    return exchange;
  }

  /** Sends it once, limits or not. */
  public Exchange once(Request request) {
    return keep(world.wire().send(request));
  }

  /** Checks and keeps an answer that came another way. */
  public synchronized Exchange keep(Exchange exchange) {
    exchanges.add(exchange);
    List<String> found = new ArrayList<>(world.check().faults(exchange));
    found.addAll(world.allowance().faults(exchange));
    found.forEach(fault -> faults.add(exchange + ": " + fault));
    return exchange;
  }

  /** The seconds of a Retry-After, which an answer with a limit has to have. */
  public static int retryAfter(Exchange exchange) {
    String value = exchange.headers().firstValue("Retry-After").orElse("");
    boolean isNumber = value.matches("\\d{1,6}");
    Mismatch.unless(isNumber, "Retry-After in seconds", exchange + " with \"" + value + "\"");
    return Integer.parseInt(value);
  }

  /** Sends it and requires this error. */
  public Exchange expect(int code, Request request) {
    Exchange exchange = send(request);
    Mismatch.unless(exchange.fejlkode() == code, "fejlkode " + code, exchange);
    return exchange;
  }

  /** Sends it and requires this error, told at this place. */
  public Exchange expect(int code, String place, Request request) {
    Exchange exchange = expect(code, request);
    boolean isTold = exchange.places().contains(place);
    Mismatch.unless(isTold, code + " at \"" + place + "\"", exchange + " at " + exchange.places());
    return exchange;
  }

  /** Sends it and requires a success. */
  public Exchange succeed(Request request) {
    Exchange exchange = send(request);
    Mismatch.unless(exchange.status() < 300, "a success", exchange);
    return exchange;
  }

  static void pause(int seconds) {
    try {
      Thread.sleep(seconds * 1000L);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
