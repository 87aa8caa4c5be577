package dk.borgerkontakt.server.kontaktinformation;

import dk.borgerkontakt.api.model.KontaktdataStatusCodelList;
import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.outbox.Origin;
import dk.borgerkontakt.persistence.verifikation.KontaktpauseDao;
import dk.borgerkontakt.server.config.messages.MessageSettings;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.identity.Caller;
import dk.borgerkontakt.server.outbox.AddressHash;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.Outbox;
import dk.borgerkontakt.server.text.MessageText;
import dk.borgerkontakt.server.text.MessageTexts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Tells a verified address, to itself, that it is replaced or removed, so that its owner finds out
 * when somebody else did it (OWASP ASVS 5.0, 6.3.7). It names neither address, because the old one
 * may be another's by now. An address gets one in 24 hours, and each is paid like a code: a client
 * that may set statuses could else have any number of messages sent to anybody.
 */
public final class ChangeNotice {

  private static final Duration LIFETIME = Duration.ofHours(24);

  /** Pays for messages. */
  @FunctionalInterface
  public interface Purse {

    /** Whether the message is paid for; to be called last in the transaction. */
    boolean pays(Handle handle, Caller caller, Kontaktinformation address, Kanal kanal);
  }

  private final boolean isWanted;
  private final Destinations destinations;
  private final Channels channels;
  private final MessageTexts texts;
  private final AddressHash hash;
  private final Purse purse;
  private final Outbox outbox;
  private final Clock clock;

  public ChangeNotice(
      MessageSettings settings,
      Contract contract,
      MessageTexts texts,
      AddressHash hash,
      Purse purse,
      Outbox outbox,
      Clock clock) {
    this.isWanted = settings.noticeOfChange();
    this.destinations = new Destinations(settings.limits().countryCodes());
    this.channels = new Channels(contract);
    this.texts = texts;
    this.hash = hash;
    this.purse = purse;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Hands notices over in the transaction of the change, to those addresses that get one.
   *
   * @param old the addresses as they were registered
   * @return whether there is something to {@link #wake} the outbox for
   */
  boolean send(Handle handle, Caller caller, List<Kontaktinformation> old) {
    // All pauses before all budgets, each in one order, so that no two transactions wait for each
    // other.
    List<Kontaktinformation> paid =
        old.stream()
            .filter(this::isOwed)
            .sorted(Comparator.comparingInt(Kontaktinformation::kontaktdataType))
            .filter(address -> isFirstOfTheDay(handle, address))
            .toList()
            .stream()
            .filter(address -> purse.pays(handle, caller, address, kanal(address)))
            .toList();
    paid.forEach(address -> enqueue(handle, address));
    return !paid.isEmpty();
  }

  private boolean isOwed(Kontaktinformation old) {
    boolean isVerified = old.kontaktdatastatus() == KontaktdataStatusCodelList.Verificeret.value();
    boolean hasChannel = channels.of(old.kontaktdataType()).isPresent();
    return isWanted && isVerified && hasChannel && destinations.isAllowed(old);
  }

  private boolean isFirstOfTheDay(Handle handle, Kontaktinformation old) {
    byte[] notice = hash.ofNotice(old.kontaktdataType(), old.kontaktdata());
    return new KontaktpauseDao(handle).tryTake(notice, clock.instant(), LIFETIME).isEmpty();
  }

  private Kanal kanal(Kontaktinformation old) {
    return channels.of(old.kontaktdataType()).orElseThrow();
  }

  private void enqueue(Handle handle, Kontaktinformation old) {
    Instant now = clock.instant();
    outbox.enqueue(handle, message(old, kanal(old), now), origin(old), now.plus(LIFETIME));
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
