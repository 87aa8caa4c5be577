package dk.borgerkontakt.conformance.scenario.code;

import static dk.borgerkontakt.conformance.http.Request.CONTENT_TYPE;
import static dk.borgerkontakt.conformance.http.Request.REQUEST_ID;

import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Codes for how HTTP is used. */
public final class HttpCodes {

  static final Map<Integer, Scenario> BY_CODE =
      Map.of(
          90003, HttpCodes::repeatedId,
          90004, HttpCodes::unknownPath,
          90005, HttpCodes::otherMethod,
          90006, HttpCodes::otherMediaType,
          90007, HttpCodes::tooLarge,
          90010, HttpCodes::noFormat);

  private HttpCodes() {}

  /** Also when all the rest of the request is another one. */
  private static void repeatedId(Bench bench) {
    String id = UUID.randomUUID().toString();
    Request first = Successes.succeed(bench, request -> request.header(REQUEST_ID, id)).request();
    bench.expect(90003, REQUEST_ID, first);
    Request other = bench.request().header(REQUEST_ID, id);
    bench.expect(90003, REQUEST_ID, other);
    String changed = other.body();
    Mismatch.unless(changed != null, "an operation with a body", bench.operation().id());
  }

  private static void unknownPath(Bench bench) {
    String path = bench.operation().path().replaceFirst("\\{.*", "");
    bench.expect(90004, bench.request().path(path));
    bench.expect(90004, bench.request().path(path.replaceFirst("/$", "")));
  }

  private static void otherMethod(Bench bench) {
    String own = bench.operation().method().toUpperCase(Locale.ROOT);
    for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS")) {
      Exchange exchange = bench.expect(90005, bench.request().method(method));
      String allow = exchange.headers().firstValue("Allow").orElse("");
      List<String> allowed = List.of(allow.split(", *"));
      Mismatch.unless(
          allowed.contains(own) && !allowed.contains(method),
          "Allow with " + own + " and without " + method,
          "\"" + allow + "\"");
    }
  }

  private static void otherMediaType(Bench bench) {
    for (String type :
        List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
      bench.expect(90006, bench.request().header(CONTENT_TYPE, type));
    }
  }

  private static void tooLarge(Bench bench) {
    bench.expect(90007, bench.request().body(largest(bench) + " "));
  }

  /** Spaces, as many bytes as a message may have. */
  public static String largest(Bench bench) {
    return " ".repeat(bench.world().contract().at("/x-graenser/beskedBytes").node().asInt());
  }

  private static void noFormat(Bench bench) {
    for (String accept : List.of("image/png", "text/html", "application/json;q=0")) {
      bench.expect(90010, bench.request().header("Accept", accept));
    }
  }
}
