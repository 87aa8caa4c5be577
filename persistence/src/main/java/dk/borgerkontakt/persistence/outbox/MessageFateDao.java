package dk.borgerkontakt.persistence.outbox;

import dk.borgerkontakt.persistence.Columns;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** What became of the messages that left the queue. */
public final class MessageFateDao {

  private static final int FETCH_SIZE = 500;

  private static final RowMapper<Addressee> ADDRESSEE =
      (row, context) ->
          new Addressee(
              row.getObject(1, UUID.class),
              row.getLong(2),
              row.getInt(3),
              row.getBytes(4),
              Columns.instant(row, 5));

  private final Handle handle;

  public MessageFateDao(Handle handle) {
    this.handle = handle;
  }

  private static final String FIND_BY_GATEWAY_ID =
      """
      select id from outbox where gateway_id = ? and kanal = ? order by oprettet desc limit 1\
      """;

  /** Finds the message that the gateway has named so; the newest, since names may come again. */
  public Optional<UUID> findByGatewayId(String kanal, String gatewayId) {
    return handle
        .createQuery(FIND_BY_GATEWAY_ID)
        .bind(0, gatewayId)
        .bind(1, kanal)
        .mapTo(UUID.class)
        .findOne();
  }

  private static final String SETTLE =
      """
      update outbox set tilstand = ?, kvitteret = ?, gateway_kode = ? where id = ? and tilstand = 1\
      """;

  /** Marks a sent message as delivered; false if it is not, or no longer, merely sent. */
  public boolean delivered(UUID id, Instant now, String gatewayKode) {
    return handle.execute(SETTLE, MessageState.DELIVERED.column(), now, gatewayKode, id) == 1;
  }

  /** Marks a sent message as failed for good; false if it is not, or no longer, merely sent. */
  public boolean failed(UUID id, Instant now, String gatewayKode) {
    return handle.execute(SETTLE, MessageState.FAILED.column(), now, gatewayKode, id) == 1;
  }

  private static final String ADDRESSEE_OF =
      """
      select id, borger_id, kontaktdata_type, adresse_hmac, oprettet from outbox
      where id = ? and adresse_hmac is not null\
      """;

  /** Tells whom a message went to, or is to go to; empty for one that an older version queued. */
  public Optional<Addressee> addressee(UUID id) {
    Query query = handle.createQuery(ADDRESSEE_OF).bind(0, id);
    return query.map(ADDRESSEE).findOne();
  }

  private static final String STREAM =
      """
      select id, kanal, tilstand, oprettet, afsluttet, kvitteret, gateway_id, gateway_kode
      from outbox where borger_id = ? and oprettet >= ? and oprettet < ? order by oprettet, id\
      """;

  /**
   * Gives the consumer what became of a citizen's messages, oldest first: call it in a transaction.
   *
   * @param from inclusive
   * @param to exclusive
   */
  public void stream(long borgerId, Instant from, Instant to, Consumer<MessageFate> consumer) {
    handle
        .createQuery(STREAM)
        .setFetchSize(FETCH_SIZE)
        .bind(0, borgerId)
        .bind(1, from)
        .bind(2, to)
        .map(
            (row, context) ->
                new MessageFate(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    MessageState.of(row.getInt(3)),
                    Columns.instant(row, 4),
                    Columns.nullableInstant(row, 5),
                    Columns.nullableInstant(row, 6),
                    row.getString(7),
                    row.getString(8)))
        .forEach(consumer);
  }
}
