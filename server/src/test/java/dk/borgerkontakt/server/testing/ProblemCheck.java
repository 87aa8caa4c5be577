package dk.borgerkontakt.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.server.testing.ContractOperations.Entry;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the contract's words demand of an answer beyond its schemas. */
final class ProblemCheck {

  private static final int SHORTEST_SECRET = 5;

  private final JsonNode catalogue;

  ProblemCheck(JsonNode document) {
    this.catalogue = document.at("/components/schemas/Fejlkode/x-fejlkatalog");
  }

  List<String> breaches(Entry operation, Exchange exchange) {
    Answer answer = exchange.answer();
    List<String> breaches = new ArrayList<>();
    boolean isSuccess = answer.status() < 400;
    boolean isSilent =
        exchange.method().equals("HEAD") || answer.status() == 204 || answer.status() == 202;
    require(isSilent == (answer.body().length == 0), "body where none belongs, or none", breaches);
    if (isSuccess) {
      require(answer.status() != 204 || answer.header("Content-Type") == null, "typed", breaches);
    } else {
      String type = answer.header("Content-Type");
      require("application/problem+json".equals(type), "an error of type " + type, breaches);
    }
    if (!isSuccess && !isSilent && answer.isProblem()) {
      problem(operation, exchange, (ObjectNode) answer.json(), breaches);
    }
    return breaches;
  }

  private void problem(
      Entry operation, Exchange exchange, ObjectNode problem, List<String> breaches) {
    int code = problem.path("fejlkode").intValue();
    require(
        operation.fejlkoder().contains(code), operation.id() + " doesn't list " + code, breaches);
    require(
        problem.path("status").intValue() == exchange.answer().status(),
        "the problem's status is not the answer's",
        breaches);
    require(problem.path("type").asText().endsWith(":" + code), "type and code", breaches);
    for (JsonNode row : catalogue) {
      if (row.path("kode").intValue() == code) {
        requireSame(row, "status", problem, "status", breaches);
        requireSame(row, "tekst", problem, "title", breaches);
        requireSame(row, "tekst", problem, "fejltekst", breaches);
        requireSame(row, "beskrivelse", problem, "detail", breaches);
      }
    }
    String told = problem.deepCopy().without(List.of("sporingsId", "type")).toString();
    for (String secret : secrets(exchange)) {
      require(!told.contains(secret), "the error repeats what was sent", breaches);
    }
  }

  /** Whatever was sent that may be personal: the citizen, the last part of the path, the texts. */
  private static List<String> secrets(Exchange exchange) {
    List<String> secrets = new ArrayList<>();
    exchange.headers().forEach((name, values) -> secrets.addAll(values(name, values)));
    String last = exchange.path().substring(exchange.path().lastIndexOf('/') + 1);
    if (!last.matches("[a-z]*") && !last.contains("%")) {
      secrets.add(URLDecoder.decode(last, StandardCharsets.UTF_8));
    }
    try {
      texts(new JsonMapper().readTree(exchange.body()), secrets);
    } catch (IOException broken) {
      return secrets;
    }
    return secrets.stream().filter(text -> text.strip().length() >= SHORTEST_SECRET).toList();
  }

  private static List<String> values(String name, List<String> values) {
    return name.equalsIgnoreCase("x-civilregistrationIdentifier")
            || name.equalsIgnoreCase("Authorization")
        ? values
        : List.of();
  }

  private static void texts(JsonNode node, List<String> texts) {
    if (node.isTextual()) {
      texts.add(node.textValue());
    }
    node.forEach(child -> texts(child, texts));
  }

  private static void requireSame(
      JsonNode row, String of, JsonNode problem, String member, List<String> breaches) {
    require(
        row.path(of).equals(problem.path(member)),
        member + " is not the catalogue's " + of,
        breaches);
  }

  private static void require(boolean condition, String breach, List<String> breaches) {
    if (!condition) {
      breaches.add(breach);
    }
  }
}
