package dk.borgerkontakt.persistence;

import java.sql.Types;
import java.time.LocalDate;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Binds days as days, without the detour over a {@link java.sql.Date} in the local zone. */
final class LocalDateArguments extends AbstractArgumentFactory<LocalDate> {

  LocalDateArguments() {
    super(Types.DATE);
  }

  @Override
  protected Argument build(LocalDate day, ConfigRegistry config) {
    return (position, statement, context) -> statement.setObject(position, day);
  }
}
