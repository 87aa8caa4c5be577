package dk.borgerkontakt.server.delivery;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.outbox.Addressee;
import dk.borgerkontakt.persistence.outbox.MessageFateDao;
import dk.borgerkontakt.persistence.outbox.OutboxDao;
import dk.borgerkontakt.server.outbox.DeliveryReceipts;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes what becomes of each message, in a commit of its own, and counts it once. */
public final class Ledger implements DeliveryReceipts {

  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  private final Database database;
  private final UnreachableAddress unreachable;
  private final Tally tally;
  private final Clock clock;

  public Ledger(Database database, UnreachableAddress unreachable, Tally tally, Clock clock) {
    this.database = database;
    this.unreachable = unreachable;
    this.tally = tally;
    this.clock = clock;
  }

  void sent(UUID id, Kanal kanal, Outcome.Accepted accepted) {
    boolean isNews =
        database.inTransaction(
            handle -> new OutboxDao(handle).sent(id, clock.instant(), accepted.gatewayId()));
    if (isNews) {
      tally.count(kanal, Tally.Event.SENT);
    }
  }

  void dropped(UUID id, Kanal kanal) {
    boolean isNews =
        database.inTransaction(handle -> new OutboxDao(handle).dropped(id, clock.instant()));
    if (isNews) {
      tally.count(kanal, Tally.Event.DROPPED);
      LOG.info("Message {} by {} dropped: it would have arrived dead", id, kanal);
    }
  }

  void refused(UUID id, Kanal kanal, Outcome.Refused refused) {
    boolean isNews = database.inTransaction(handle -> refused(handle, id, refused));
    if (isNews) {
      countFailure(id, kanal, refused.code());
    }
  }

  private boolean refused(Handle handle, UUID id, Outcome.Refused refused) {
    OutboxDao queue = new OutboxDao(handle);
    Instant now = clock.instant();
    return refused.isAddressInvalid()
        ? markedIf(handle, id, () -> queue.refused(id, now, refused.code()))
        : queue.refused(id, now, refused.code());
  }

  @Override
  public boolean received(Kanal kanal, String gatewayId, Receipt receipt, String code) {
    Optional<UUID> id =
        database.inTransaction(
            handle -> new MessageFateDao(handle).findByGatewayId(kanal.name(), gatewayId));
    id.ifPresent(it -> settle(it, kanal, receipt, code));
    return id.isPresent();
  }

  private void settle(UUID id, Kanal kanal, Receipt receipt, String code) {
    boolean isNews = database.inTransaction(handle -> settle(handle, id, receipt, code));
    if (!isNews) {
      return;
    }
    if (receipt == Receipt.DELIVERED) {
      tally.count(kanal, Tally.Event.DELIVERED);
    } else {
      countFailure(id, kanal, code);
    }
  }

  private boolean settle(Handle handle, UUID id, Receipt receipt, String code) {
    MessageFateDao fates = new MessageFateDao(handle);
    Instant now = clock.instant();
    return switch (receipt) {
      case DELIVERED -> fates.delivered(id, now, code);
      case FAILED -> fates.failed(id, now, code);
      case ADDRESS_INVALID -> markedIf(handle, id, () -> fates.failed(id, now, code));
    };
  }

  /** The citizen is locked first, as by every write; the address is marked if the note is news. */
  private boolean markedIf(Handle handle, UUID id, BooleanSupplier note) {
    Optional<Addressee> addressee = UnreachableAddress.lock(handle, id);
    boolean isNews = note.getAsBoolean();
    if (isNews) {
      addressee.ifPresent(it -> unreachable.mark(handle, it));
    }
    return isNews;
  }

  private void countFailure(UUID id, Kanal kanal, String code) {
    tally.count(kanal, Tally.Event.FAILED);
    LOG.info("Message {} by {} failed for good: {}", id, kanal, code);
  }
}
