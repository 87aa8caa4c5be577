package dk.borgerkontakt.server.kontaktinformation;

import dk.borgerkontakt.api.model.KontaktdataStatusCodelList;
import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.outbox.Origin;
import dk.borgerkontakt.server.config.messages.MessageSettings;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.outbox.AddressHash;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.Outbox;
import dk.borgerkontakt.server.text.MessageText;
import dk.borgerkontakt.server.text.MessageTexts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Tells a verified address, to itself, that it is replaced or removed, so that its owner finds out
 * when somebody else did it (OWASP ASVS 5.0, 6.3.7). It names neither address, because the old one
 * may be another's by now.
 */
public final class ChangeNotice {

  private static final Duration LIFETIME = Duration.ofHours(24);

  private final boolean isWanted;
  private final Destinations destinations;
  private final Channels channels;
  private final MessageTexts texts;
  private final AddressHash hash;
  private final Outbox outbox;
  private final Clock clock;

  public ChangeNotice(
      MessageSettings settings,
      Contract contract,
      MessageTexts texts,
      AddressHash hash,
      Outbox outbox,
      Clock clock) {
    this.isWanted = settings.noticeOfChange();
    this.destinations = new Destinations(settings.limits().countryCodes());
    this.channels = new Channels(contract);
    this.texts = texts;
    this.hash = hash;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Hands a notice over in the transaction of the change, if the address gets one.
   *
   * @param old the address as it was registered
   * @return whether there is something to {@link #wake} the outbox for
   */
  boolean send(Handle handle, Kontaktinformation old) {
    boolean isVerified = old.kontaktdatastatus() == KontaktdataStatusCodelList.Verificeret.value();
    Optional<Kanal> kanal = channels.of(old.kontaktdataType());
    if (!isWanted || !isVerified || kanal.isEmpty() || !destinations.isAllowed(old)) {
      return false;
    }
    Instant now = clock.instant();
    outbox.enqueue(handle, message(old, kanal.get(), now), origin(old), now.plus(LIFETIME));
    return true;
  }

  private Message message(Kontaktinformation old, Kanal kanal, Instant now) {
    MessageText text = texts.noticeOfChange(kanal);
    return new Message(UUID.randomUUID(), kanal, old.kontaktdata(), text.emne(), text.tekst(), now);
  }

  private Origin origin(Kontaktinformation old) {
    byte[] adresseHmac = hash.of(old.kontaktdataType(), old.kontaktdata());
    return new Origin(old.borgerId(), old.kontaktdataType(), adresseHmac, null);
  }

  /** Tells the outbox, after the commit, that there is something to deliver. */
  void wake() {
    outbox.wake();
  }
}
