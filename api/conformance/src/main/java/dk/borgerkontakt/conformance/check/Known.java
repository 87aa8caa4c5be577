package dk.borgerkontakt.conformance.check;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.borgerkontakt.conformance.http.Exchange;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The addresses and codes that the run has come to know, whoever they belong to. */
final class Known {

  private static final String ADDRESS = "kontaktdata";

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();

  void add(String secret) {
    if (secret.length() >= Leaks.SHORTEST) {
      secrets.add(secret);
    }
  }

  /** Learns what a success registered or told. */
  void learn(Exchange exchange) {
    if (exchange.status() < 300) {
      exchange.json().findValues(ADDRESS).forEach(this::add);
      String body = exchange.request().body();
      if (body != null) {
        learn(body);
      }
    }
  }

  private void learn(String body) {
    try {
      new JsonMapper().readTree(body).findValues(ADDRESS).forEach(this::add);
    } catch (JacksonException e) {
      // A message that is no JSON registers nothing.
    }
  }

  private void add(JsonNode address) {
    add(address.asText());
  }

  /** Whether a text has one of them in it. */
  boolean isIn(String text) {
    return secrets.stream().anyMatch(secret -> Leaks.has(text, secret));
  }
}
