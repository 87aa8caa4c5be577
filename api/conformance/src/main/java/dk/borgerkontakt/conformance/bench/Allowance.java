package dk.borgerkontakt.conformance.bench;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.http.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The codes that this run was granted, held against the five that the contract gives in a day. */
public final class Allowance {

  private static final int CODES = 5;
  private static final int DAY_SECONDS = 86_400;

  private final Map<String, List<Long>> granted = new HashMap<>();
  private int fewest = CODES;

  /**
   * Sees any answer, and tells what is wrong with it. Retry-After dates the oldest code of the last
   * 24 hours: where this run asked for that one, it asked for all of them, and has counted them.
   */
  synchronized List<String> faults(Exchange exchange) {
    Request request = exchange.request();
    if (!request.operation().id().equals("getVerifikationskode") || request.base() != null) {
      return List.of();
    }
    List<Long> codes = granted.computeIfAbsent(key(request), key -> new ArrayList<>());
    if (exchange.status() == 202) {
      codes.add(System.nanoTime());
    } else if (Codes.isDayOver(exchange) && codes.size() < CODES) {
      if (!codes.isEmpty() && isOfThisRun(exchange, codes.get(0))) {
        return List.of("refused for the day after " + codes.size() + " codes, not after " + CODES);
      }
      fewest = Math.min(fewest, codes.size());
    }
    return List.of();
  }

  /** Skips the row when somebody was refused whose earlier codes the kit can't know. */
  public synchronized void requireKnown() {
    if (fewest < CODES) {
      throw new Skip(
          "a citizen was refused for more than a minute after "
              + fewest
              + " codes of this run: whether earlier runs had the rest of the day's five isn't"
              + " known; run again tomorrow");
    }
  }

  private static boolean isOfThisRun(Exchange refused, long first) {
    double secondsAgo = (System.nanoTime() - first) / 1e9;
    return Bench.retryAfter(refused) >= DAY_SECONDS - secondsAgo - 1;
  }

  private static String key(Request request) {
    String body = String.valueOf(request.body());
    try {
      return request.sent(Request.CITIZEN) + new JsonMapper().readTree(body).path(Bodies.TYPE);
    } catch (JacksonException e) {
      return request.sent(Request.CITIZEN);
    }
  }
}
