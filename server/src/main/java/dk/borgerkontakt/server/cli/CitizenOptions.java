package dk.borgerkontakt.server.cli;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.register.Borger;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.server.config.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which citizen a command is about, and which days, both inclusive. */
final class CitizenOptions {
  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9998, 12, 31);

  @Option(
      names = "--cpr",
      required = true,
      description = "The citizen's CPR number, now or before.")
  private String cpr = "";

  @Option(names = "--from", paramLabel = "DATE", description = "First day, such as 2026-01-31.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day.")
  private @Nullable LocalDate to;

  /** What a command has to tell of a citizen. */
  interface Content {
    void print(Handle handle, long borgerId, JsonLines lines);
  }

  /** Prints it, in one transaction; where there is no such citizen, that is said. */
  int print(Settings settings, Surroundings surroundings, Content content) {
    try (Database database = DatabaseAccess.open(settings)) {
      return database.inTransaction(handle -> print(handle, surroundings, content));
    }
  }

  private int print(Handle handle, Surroundings surroundings, Content content) {
    Optional<Borger> borger = new BorgerDao(handle).resolve(cpr);
    if (borger.isEmpty()) {
      surroundings
          .err()
          .println(
              "No citizen has or had that CPR number; check --cpr, and that --config, -D and the"
                  + " environment are those of the service");
      return BorgerkontaktCommand.NOTHING_DONE;
    }
    try (JsonLines lines = new JsonLines(surroundings.out())) {
      content.print(handle, borger.get().id(), lines);
    }
    return BorgerkontaktCommand.DONE;
  }

  /** The first instant of the days in that zone. */
  Instant start(ZoneId zone) {
    return (from == null ? FIRST : from).atStartOfDay(zone).toInstant();
  }

  /** The first instant after them. */
  Instant end(ZoneId zone) {
    return (to == null ? LAST : to.plusDays(1)).atStartOfDay(zone).toInstant();
  }
}
