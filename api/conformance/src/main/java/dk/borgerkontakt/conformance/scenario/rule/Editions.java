package dk.borgerkontakt.conformance.scenario.rule;

import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.contract.Operation;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/** The chapter on editions: the contract's version, and operations that are to be replaced. */
final class Editions {

  /** RFC 9110, 5.6.7. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

  private Editions() {}

  static void run(Bench bench) {
    String nobody = bench.data().citizens().unknown().get(0);
    String version = bench.world().contract().at("/info").text("version");
    for (Operation operation : bench.world().contract().operations()) {
      Exchange exchange = bench.send(bench.request(operation).citizen(nobody));
      require(exchange, "API-Version", version);
      require(
          exchange,
          "Deprecation",
          day(operation, "x-deprecation", day -> "@" + day.toEpochSecond()));
      require(exchange, "Sunset", day(operation, "x-sunset", HTTP_DATE::format));
    }
  }

  /** The beginning of a day that the operation names, as a header writes it; empty without one. */
  private static String day(
      Operation operation, String extension, Function<OffsetDateTime, String> form) {
    String day = operation.place().text(extension);
    return day.isEmpty()
        ? ""
        : form.apply(LocalDate.parse(day).atStartOfDay().atOffset(ZoneOffset.UTC));
  }

  private static void require(Exchange exchange, String header, String expected) {
    String value = exchange.headers().firstValue(header).orElse("");
    Mismatch.unless(
        value.equals(expected),
        header + " \"" + expected + "\"",
        exchange + " with \"" + value + "\"");
  }
}
