package dk.borgerkontakt.persistence.outbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message, without what was in it.
 *
 * @param afsluttet when it left the queue, null while it is there
 * @param kvitteret when the gateway told what became of it after that
 * @param gatewayId the gateway's name for it
 * @param gatewayKode the gateway's reason for a failure
 */
public record MessageFate(
    UUID id,
    String kanal,
    MessageState tilstand,
    Instant oprettet,
    @Nullable Instant afsluttet,
    @Nullable Instant kvitteret,
    @Nullable String gatewayId,
    @Nullable String gatewayKode) {

  public MessageFate {
    requireNonNull(id, "id");
    requireNonNull(kanal, "kanal");
    requireNonNull(tilstand, "tilstand");
    requireNonNull(oprettet, "oprettet");
  }
}
