package dk.borgerkontakt.server.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dk.borgerkontakt.persistence.outbox.MessageFate;
import dk.borgerkontakt.persistence.outbox.MessageFateDao;
import dk.borgerkontakt.server.config.Settings;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Prints what became of the messages to a citizen, as far back as they are kept: the answer to "I
 * never got a code". What was in them and where they went is not kept.
 */
@Command(
    name = "messages",
    description = "Print what became of the messages to a citizen, one JSON object a line.")
final class MessagesCommand implements Callable<Integer> {

  @Mixin private final CitizenOptions citizen = new CitizenOptions();
  private final ConfigurationOptions options;
  private final Surroundings surroundings;

  MessagesCommand(ConfigurationOptions options, Surroundings surroundings) {
    this.options = options;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Settings settings = options.settings();
    DatabaseAccess.checkIsThere(settings);
    StartChecks.checkFolders(settings);
    ZoneId zone = settings.timeZone();
    return citizen.print(
        settings,
        surroundings,
        (handle, borgerId, lines) ->
            new MessageFateDao(handle)
                .stream(
                    borgerId,
                    citizen.start(zone),
                    citizen.end(zone),
                    fate -> lines.print(json -> write(json, fate))));
  }

  private static void write(JsonGenerator json, MessageFate fate) throws IOException {
    json.writeStringField("id", fate.id().toString());
    json.writeStringField("kanal", fate.kanal());
    json.writeStringField("tilstand", fate.tilstand().name());
    json.writeStringField("oprettet", fate.oprettet().toString());
    json.writeStringField("afsluttet", text(fate.afsluttet()));
    json.writeStringField("kvitteret", text(fate.kvitteret()));
    json.writeStringField("gatewayId", fate.gatewayId());
    json.writeStringField("gatewayKode", fate.gatewayKode());
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
