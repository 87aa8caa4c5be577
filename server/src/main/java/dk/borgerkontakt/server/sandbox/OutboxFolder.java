package dk.borgerkontakt.server.sandbox;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.keys.PrivateFolder;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.MessageJson;
import dk.borgerkontakt.server.outbox.MessageSender;
import dk.borgerkontakt.server.outbox.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Sends nothing: writes each message as JSON to the file {@code <id>.json} of a folder, whole files
 * only and for the owner's eyes. The same message again overwrites its file.
 */
public final class OutboxFolder implements MessageSender {

  private final PrivateFolder folder;

  /** Makes the folder; if that can't be done it is a {@link ConfigurationException}. */
  public OutboxFolder(Path folder) {
    try {
      this.folder = new PrivateFolder(folder);
    } catch (IOException e) {
      throw new ConfigurationException(
          List.of("borgerkontakt.data-dir: the folder %s can't be made (%s)".formatted(folder, e)));
    }
  }

  @Override
  public Outcome send(Message message, Instant udloeber) throws IOException {
    folder.put(message.id() + ".json", MessageJson.write(message));
    return new Outcome.Accepted(null);
  }
}
