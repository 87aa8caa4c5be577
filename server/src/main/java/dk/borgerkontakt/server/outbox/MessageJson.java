package dk.borgerkontakt.server.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message as JSON, in UTF-8: its fields by their names, {@code emne} left out when null. */
public final class MessageJson {

  private static final JsonMapper JSON = new JsonMapper();

  private MessageJson() {}

  public static byte[] write(Message message) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", message.id().toString());
    json.put("kanal", message.kanal().name());
    json.put("modtager", message.modtager());
    if (message.emne() != null) {
      json.put("emne", message.emne());
    }
    json.put("tekst", message.tekst());
    json.put("oprettet", message.oprettet().toString());
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Message read(byte[] bytes) throws IOException {
    JsonNode json = JSON.readTree(bytes);
    return new Message(
        UUID.fromString(json.required("id").textValue()),
        Kanal.valueOf(json.required("kanal").textValue()),
        json.required("modtager").textValue(),
        textOrNull(json.get("emne")),
        json.required("tekst").textValue(),
        Instant.parse(json.required("oprettet").textValue()));
  }

  private static @Nullable String textOrNull(@Nullable JsonNode node) {
    return node == null ? null : node.textValue();
  }
}
