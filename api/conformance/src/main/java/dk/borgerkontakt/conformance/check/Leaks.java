package dk.borgerkontakt.conformance.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.http.Request;
import dk.borgerkontakt.contract.Place;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;

/**
 * A problem, and the headers of any answer, repeat nothing of the citizen, and no code, that was
 * sent or is known otherwise.
 */
final class Leaks {

  /** Shorter texts turn up by chance. */
  static final int SHORTEST = 5;

  private static final List<String> FIXED =
      List.of("type", "title", "status", "detail", "fejlkode", "fejltekst", "sporingsId");

  private final Known known = new Known();

  Known known() {
    return known;
  }

  /** Of a problem. */
  List<String> ofBody(Exchange exchange) {
    String told = told(exchange);
    if (secrets(exchange.request()).stream().anyMatch(told::contains)) {
      return List.of("the problem repeats personal data that was sent");
    }
    return known.isIn(told) ? List.of("the problem tells an address or a code") : List.of();
  }

  /** Of the headers of any answer. */
  List<String> ofHeaders(Exchange exchange) {
    List<String> secrets = secrets(exchange.request());
    List<String> faults = new ArrayList<>();
    exchange
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              String told = String.join("\n", values);
              if (known.isIn(told) || secrets.stream().anyMatch(secret -> has(told, secret))) {
                faults.add("the header " + name + " tells personal data");
              }
            });
    return faults;
  }

  /** Whether a secret stands in a text, not merely as a part of a longer word or number. */
  static boolean has(String text, String secret) {
    int at = text.indexOf(secret);
    while (at >= 0) {
      int end = at + secret.length();
      boolean isBegun = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
      boolean goesOn = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
      if (!isBegun && !goesOn) {
        return true;
      }
      at = text.indexOf(secret, at + 1);
    }
    return false;
  }

  /** What is not fixed by the catalogue; the trace id is random and may look like anything. */
  private static String told(Exchange exchange) {
    return exchange.json() instanceof ObjectNode problem
        ? problem.deepCopy().without(FIXED).toString()
        : exchange.body();
  }

  private static List<String> secrets(Request request) {
    List<String> secrets = new ArrayList<>(List.of(request.sent(Request.CITIZEN)));
    for (Place parameter : request.operation().parameters()) {
      if (parameter.text("in").equals("path")) {
        secrets.add(last(request.path()));
      }
    }
    String body = request.body();
    if (body != null) {
      addTexts(body, secrets);
    }
    return secrets.stream().filter(secret -> secret.strip().length() >= SHORTEST).toList();
  }

  private static String last(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    return URLDecoder.decode(last.replace("+", "%2B"), UTF_8);
  }

  private static void addTexts(String body, List<String> secrets) {
    try {
      addTexts(new JsonMapper().readTree(body), secrets);
    } catch (JacksonException e) {
      secrets.add(body);
    }
  }

  private static void addTexts(JsonNode node, List<String> secrets) {
    if (node.isTextual()) {
      secrets.add(node.textValue());
    }
    node.forEach(child -> addTexts(child, secrets));
  }
}
