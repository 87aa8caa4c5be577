package dk.borgerkontakt.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxFolderTest {

  private static final UUID ID = UUID.fromString("3f9a2c1e-0000-4000-8000-000000000001");
  private static final Instant CREATED = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path temp;
  private Path folder;
  private OutboxFolder sender;

  @BeforeEach
  void open() {
    folder = temp.resolve("data/outbox");
    sender = new OutboxFolder(folder);
  }

  @Test
  void writesAnSmsWithoutASubject() throws IOException {
    sender.send(
        new Message(ID, Kanal.SMS, "+4520120002", null, "Din kode er 123456", CREATED), CREATED);

    JsonNode json = new JsonMapper().readTree(folder.resolve(ID + ".json").toFile());
    assertThat(json)
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    """
                    {"id":"3f9a2c1e-0000-4000-8000-000000000001","kanal":"SMS",
                     "modtager":"+4520120002","tekst":"Din kode er 123456",
                     "oprettet":"2026-03-01T12:00:00Z"}\
                    """));
  }

  @Test
  void writesAMailWithItsSubjectInUtf8() throws IOException {
    sender.send(
        new Message(ID, Kanal.MAIL, "æ@example.dk", "Bekræft", "Øl\n\"og\" å", CREATED), CREATED);

    JsonNode json = new JsonMapper().readTree(folder.resolve(ID + ".json").toFile());
    assertThat(json.get("emne").textValue()).isEqualTo("Bekræft");
    assertThat(json.get("modtager").textValue()).isEqualTo("æ@example.dk");
    assertThat(json.get("tekst").textValue()).isEqualTo("Øl\n\"og\" å");
  }

  @Test
  void overwritesTheSameMessageAndLeavesNothingElse() throws IOException {
    Message message = new Message(ID, Kanal.SMS, "+4520120002", null, "123456", CREATED);

    sender.send(message, CREATED);
    sender.send(message, CREATED);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve(ID + ".json"));
    }
  }

  @Test
  void keepsMessagesForTheOwnerAlone() throws IOException {
    sender.send(new Message(ID, Kanal.SMS, "+4520120002", null, "123456", CREATED), CREATED);

    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve(ID + ".json"))).isEqualTo("rw-------");
  }

  @Test
  void failsAsASenderShouldWhenTheFolderIsGone() throws IOException {
    Files.delete(folder);

    assertThatThrownBy(
            () ->
                sender.send(
                    new Message(ID, Kanal.SMS, "+4520120002", null, "123456", CREATED), CREATED))
        .isInstanceOf(IOException.class);
  }

  @Test
  void saysAtTheStartThatTheFolderCanNotBeMade() throws IOException {
    Files.createFile(temp.resolve("file"));

    assertThatThrownBy(() -> new OutboxFolder(temp.resolve("file/outbox")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("borgerkontakt.data-dir");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
