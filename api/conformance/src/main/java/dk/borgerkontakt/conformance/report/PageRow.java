package dk.borgerkontakt.conformance.report;

import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.report.Outcome.State;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A row as the template reads it; the exchanges of a failed one in full. */
record PageRow(Outcome outcome) {

  private static final int MOST_CALLS = 30;
  private static final int LONGEST_BODY = 2000;

  String id() {
    return outcome.row().id();
  }

  /** An address within the page, the same in each report. */
  String anchor() {
    return "r" + Integer.toHexString(id().hashCode());
  }

  String name() {
    return outcome.row().name();
  }

  String contract() {
    return outcome.row().contract();
  }

  String state() {
    return outcome.state().label();
  }

  String reason() {
    return outcome.reason();
  }

  boolean isFailed() {
    return outcome.is(State.FAILED);
  }

  String callCount() {
    int calls = outcome.exchanges().size();
    return calls == 1 ? "1 call" : calls + " calls";
  }

  List<String> calls() {
    return outcome.exchanges().stream()
        .limit(MOST_CALLS)
        .map(Exchange::toString)
        .map(Printable::line)
        .toList();
  }

  boolean hasCalls() {
    return !outcome.exchanges().isEmpty();
  }

  /** The last call of a failed row, whole but for secrets. */
  String transcript() {
    List<Exchange> exchanges = outcome.exchanges();
    if (exchanges.isEmpty()) {
      return "";
    }
    Exchange last = exchanges.get(exchanges.size() - 1);
    String headers = headers(last.request().headers());
    String body = last.request().body() == null ? "" : "\n" + masked(last.request().body());
    return Printable.lines(
        last.request()
            + "\n"
            + headers
            + body
            + "\n\n"
            + last.status()
            + "\n"
            + headers(last.headers().map())
            + "\n"
            + masked(last.body()));
  }

  private static String headers(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .map(header -> header.getKey() + ": " + String.join(", ", header.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private static String masked(String body) {
    String shown = body.length() > LONGEST_BODY ? body.substring(0, LONGEST_BODY) + " …" : body;
    return shown.replaceAll("(\"verifikationskode\":\")[^\"]*", "$1••••••");
  }
}
