package dk.borgerkontakt.persistence;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Binds instants in UTC, cut to the microseconds that the columns hold. JDBI would bind a {@link
 * java.sql.Timestamp}, which H2 reads in the local zone: one hour a year is ambiguous there.
 */
final class InstantArguments extends AbstractArgumentFactory<Instant> {

  InstantArguments() {
    super(Types.TIMESTAMP_WITH_TIMEZONE);
  }

  @Override
  protected Argument build(Instant instant, ConfigRegistry config) {
    OffsetDateTime value = instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    return (position, statement, context) -> statement.setObject(position, value);
  }
}
