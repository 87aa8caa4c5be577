package dk.borgerkontakt.server.delivery;

import dk.borgerkontakt.api.model.KontaktdataStatusCodelList;
import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.kontaktinformation.KontaktinformationDao;
import dk.borgerkontakt.persistence.outbox.Addressee;
import dk.borgerkontakt.persistence.outbox.MessageFateDao;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.server.audit.Auditor;
import dk.borgerkontakt.server.outbox.AddressHash;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Gives the status Ugyldig to an address at which, says the gateway, nobody can be reached, if the
 * citizen still has it; audited as the service's own doing. One that was verified since the message
 * was sent has reached the citizen, and is left alone.
 */
public final class UnreachableAddress {

  private final AddressHash hash;
  private final Auditor auditor;
  private final Clock clock;

  public UnreachableAddress(AddressHash hash, Auditor auditor, Clock clock) {
    this.hash = hash;
    this.auditor = auditor;
    this.clock = clock;
  }

  /** Locks the citizen of a message, as every write does before it changes anything. */
  static Optional<Addressee> lock(Handle handle, UUID messageId) {
    MessageFateDao fates = new MessageFateDao(handle);
    BorgerDao borgere = new BorgerDao(handle);
    Optional<Addressee> addressee = fates.addressee(messageId);
    if (addressee.isEmpty() || borgere.lockById(addressee.get().borgerId()).isPresent()) {
      return addressee;
    }
    // The citizen became another one in the meantime, whose message it now is.
    Optional<Addressee> moved = fates.addressee(messageId);
    moved.ifPresent(it -> borgere.lockById(it.borgerId()));
    return moved;
  }

  void mark(Handle handle, Addressee addressee) {
    KontaktinformationDao dao = new KontaktinformationDao(handle);
    dao.findByBorger(addressee.borgerId()).stream()
        .filter(row -> row.kontaktdataType() == addressee.kontaktdataType())
        .filter(row -> isSame(row, addressee) && isUnproven(row))
        .forEach(row -> mark(handle, dao, row));
  }

  private void mark(Handle handle, KontaktinformationDao dao, Kontaktinformation row) {
    int invalid = KontaktdataStatusCodelList.Ugyldig.value();
    dao.updateStatus(row.borgerId(), row.kontaktdataType(), invalid, clock.instant());
    auditor.statusByService(handle, row.borgerId());
  }

  private boolean isSame(Kontaktinformation row, Addressee addressee) {
    byte[] now = hash.of(row.kontaktdataType(), row.kontaktdata());
    return MessageDigest.isEqual(now, addressee.adresseHmac());
  }

  private static boolean isUnproven(Kontaktinformation row) {
    return row.kontaktdatastatus() == KontaktdataStatusCodelList.IkkeVerificeret.value();
  }
}
