package dk.borgerkontakt.conformance.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A citizen, and a client that reads and writes what is registered on them. */
public record Person(Bench bench, String cpr, String client) {

  /** What is registered, by type; nothing for 9159. */
  public Map<Integer, Registered> read() {
    Exchange exchange = bench.send(request("getKontaktinformation", null));
    Map<Integer, Registered> rows = new LinkedHashMap<>();
    Mismatch.unless(
        exchange.status() == 200 || exchange.fejlkode() == 9159, "200 or 404 9159", exchange);
    for (JsonNode row : exchange.json().at(Bodies.LIST)) {
      rows.put(
          row.path(Bodies.TYPE).asInt(),
          new Registered(row.path(Bodies.KONTAKTDATA).asText(), row.path(Bodies.STATUS).asInt()));
    }
    return rows;
  }

  /** What is registered of one type; null: nothing. */
  public @Nullable Registered read(int type) {
    return read().get(type);
  }

  /** Registers, changes or, by null, deletes one type. */
  public Person register(int type, @Nullable String kontaktdata) {
    create(Bodies.item(type, kontaktdata));
    return this;
  }

  /** Registers a new address of the type, and says which. */
  public String registerFresh(int type) {
    String address = bench.fresh(type);
    register(type, address);
    return address;
  }

  /** Deletes all types but these. */
  public Person clearAllBut(int... kept) {
    List<Integer> spared = new ArrayList<>();
    for (int type : kept) {
      spared.add(type);
    }
    create(
        bench.types().stream()
            .filter(type -> !spared.contains(type))
            .map(type -> Bodies.item(type, null))
            .toArray(ObjectNode[]::new));
    return this;
  }

  private void create(ObjectNode... items) {
    succeed("createKontaktinformation", Bodies.create(items));
  }

  /** Sets the status of a type. */
  public Person status(int type, int status) {
    succeed("updateKontaktinformation", Bodies.type(type).put(Bodies.STATUS, status));
    return this;
  }

  private void succeed(String operation, ObjectNode body) {
    bench.world().before().note(bench.person(cpr, "star"));
    bench.succeed(request(operation, body));
  }

  /** A request for this citizen by this client. */
  public Request request(String operation, @Nullable ObjectNode body) {
    Request request = bench.request(bench.world().operation(operation));
    return bench.as(request, client).citizen(cpr).body(body == null ? null : body.toString());
  }

  void restore(Map<Integer, Registered> rows) {
    succeed(
        "createKontaktinformation",
        Bodies.create(
            bench.types().stream()
                .map(type -> Bodies.item(type, rows.containsKey(type) ? kept(rows, type) : null))
                .toArray(ObjectNode[]::new)));
    rows.forEach((type, row) -> status(type, row.status()));
  }

  private static String kept(Map<Integer, Registered> rows, int type) {
    return Objects.requireNonNull(rows.get(type)).kontaktdata();
  }

  @Override
  public String toString() {
    return "Person";
  }
}
