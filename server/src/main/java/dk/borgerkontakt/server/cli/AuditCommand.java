package dk.borgerkontakt.server.cli;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.audit.AuditDao;
import dk.borgerkontakt.persistence.register.Borger;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.server.audit.AuditHash;
import dk.borgerkontakt.server.config.Settings;
import dk.borgerkontakt.server.keys.KeyFolder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints who looked at or changed a citizen's data. */
@Command(
    name = "audit",
    description = "Print who looked at or changed a citizen's data, one JSON object a line.")
final class AuditCommand implements Callable<Integer> {
  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9998, 12, 31);

  private final ConfigurationOptions options;
  private final Surroundings surroundings;

  @Option(
      names = "--cpr",
      required = true,
      description = "The citizen's CPR number, now or before.")
  private String cpr = "";

  @Option(names = "--from", paramLabel = "DATE", description = "First day, such as 2026-01-31.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day.")
  private @Nullable LocalDate to;

  AuditCommand(ConfigurationOptions options, Surroundings surroundings) {
    this.options = options;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Settings settings = options.settings();
    StartChecks.checkFolders(settings);
    AuditHash hash = new AuditHash(new KeyFolder(settings.keysDir()).keyedHash());
    try (Database database = DatabaseAccess.open(settings)) {
      return database.inTransaction(handle -> print(handle, hash, settings.timeZone()));
    }
  }

  private int print(Handle handle, AuditHash hash, ZoneId zone) {
    BorgerDao borgere = new BorgerDao(handle);
    Optional<Borger> borger = borgere.resolve(cpr);
    if (borger.isEmpty()) {
      surroundings.err().println("No citizen has or had that CPR number; check --cpr");
      return BorgerkontaktCommand.NOTHING_DONE;
    }
    long id = borger.get().id();
    List<byte[]> hashes = borgere.findNumbers(id).stream().map(hash::ofCpr).toList();
    try (AuditLines lines = new AuditLines(surroundings.out())) {
      new AuditDao(handle)
          .stream(id, hashes, start(from, FIRST, zone), end(to, LAST, zone), lines::print);
    }
    return BorgerkontaktCommand.DONE;
  }

  private static Instant start(@Nullable LocalDate day, LocalDate otherwise, ZoneId zone) {
    return (day == null ? otherwise : day).atStartOfDay(zone).toInstant();
  }

  /** The days are inclusive, the instants of the query are not. */
  private static Instant end(@Nullable LocalDate day, LocalDate otherwise, ZoneId zone) {
    return start(day == null ? otherwise : day.plusDays(1), otherwise, zone);
  }
}
