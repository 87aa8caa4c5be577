package dk.borgerkontakt.server.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dk.borgerkontakt.persistence.audit.AuditDao;
import dk.borgerkontakt.persistence.audit.AuditRow;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.server.audit.AuditHash;
import dk.borgerkontakt.server.config.Settings;
import dk.borgerkontakt.server.keys.KeyFolder;
import java.io.IOException;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Prints who looked at or changed a citizen's data. The organisation is the one that called; it
 * doesn't matter whom it acted for.
 */
@Command(
    name = "audit",
    description = "Print who looked at or changed a citizen's data, one JSON object a line.")
final class AuditCommand implements Callable<Integer> {
  private static final int OK = 0;

  @Mixin private final CitizenOptions citizen = new CitizenOptions();
  private final ConfigurationOptions options;
  private final Surroundings surroundings;

  AuditCommand(ConfigurationOptions options, Surroundings surroundings) {
    this.options = options;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Settings settings = options.settings();
    DatabaseAccess.checkIsThere(settings);
    StartChecks.checkFolders(settings);
    AuditHash hash = new AuditHash(new KeyFolder(settings.keysDir()).keyedHash());
    ZoneId zone = settings.timeZone();
    return citizen.print(
        settings,
        surroundings,
        (handle, borgerId, lines) ->
            new AuditDao(handle)
                .stream(
                    borgerId,
                    new BorgerDao(handle).findNumbers(borgerId).stream().map(hash::ofCpr).toList(),
                    citizen.start(zone),
                    citizen.end(zone),
                    row -> lines.print(json -> write(json, row))));
  }

  /** {@code resultat} is always a string: OK, or the number of the error code. */
  private static void write(JsonGenerator json, AuditRow row) throws IOException {
    json.writeStringField("tidspunkt", row.tidspunkt().toString());
    json.writeFieldName("organisationstype");
    Integer type = row.caller().organisationstype();
    if (type == null) {
      json.writeNull();
    } else {
      json.writeNumber(type);
    }
    json.writeStringField("organisationskode", row.caller().organisationskode());
    json.writeStringField("operation", row.operation());
    json.writeStringField("resultat", row.resultat() == OK ? "OK" : "" + row.resultat());
  }
}
