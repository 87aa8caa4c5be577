package dk.borgerkontakt.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operation that is on its way out ({@code deprecated}, {@code x-deprecation}, {@code
 * x-sunset}). The contract's dates are days; each begins at midnight UTC.
 *
 * @param since from when its use is advised against; may lie ahead
 * @param sunset from when it may cease to answer, or null as long as that is not decided
 */
public record Deprecation(Operation operation, Instant since, @Nullable Instant sunset) {

  /** The operation's deprecation; an operation that is deprecated without a date is a fault. */
  static Optional<Deprecation> read(Operation operation, JsonNode document) {
    JsonNode node =
        document
            .required("paths")
            .required(operation.path())
            .required(operation.method().toLowerCase(Locale.ROOT));
    if (!node.path("deprecated").booleanValue()) {
      return Optional.empty();
    }
    JsonNode sunset = node.get("x-sunset");
    return Optional.of(
        new Deprecation(
            operation,
            midnight(node.required("x-deprecation")),
            sunset == null ? null : midnight(sunset)));
  }

  private static Instant midnight(JsonNode day) {
    return LocalDate.parse(day.textValue()).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
