package dk.borgerkontakt.server.verifikation;

import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.outbox.Origin;
import dk.borgerkontakt.persistence.verifikation.VerifikationskodeDao;
import dk.borgerkontakt.server.config.VerificationSettings;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.Outbox;
import dk.borgerkontakt.server.text.MessageText;
import dk.borgerkontakt.server.text.MessageTexts;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Makes codes and hands them to the outbox, within the transaction of whoever asked for one. */
public final class CodeSender {

  private final VerificationSettings settings;
  private final CodeHash hash;
  private final MessageTexts texts;
  private final Outbox outbox;
  private final SecureRandom random;
  private final Clock clock;

  public CodeSender(
      VerificationSettings settings,
      CodeHash hash,
      MessageTexts texts,
      Outbox outbox,
      SecureRandom random,
      Clock clock) {
    this.settings = settings;
    this.hash = hash;
    this.texts = texts;
    this.outbox = outbox;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Replaces the citizen's live code for the address by a new one, on its way by this channel.
   *
   * @param acceptLanguage the header of that name, null when there is none
   */
  void send(
      Handle handle, Kontaktinformation address, Kanal kanal, @Nullable String acceptLanguage) {
    Instant now = clock.instant();
    Duration lifetime = lifetime(kanal);
    String code = Code.random(random);
    long borgerId = address.borgerId();
    VerifikationskodeDao codes = new VerifikationskodeDao(handle);
    codes.killLive(borgerId, address.kontaktdataType(), now);
    long codeId =
        codes.insert(
            borgerId,
            address.kontaktdataType(),
            hash.ofCode(code, borgerId, address),
            now,
            now.plus(lifetime));
    MessageText text = texts.code(kanal, acceptLanguage, code, lifetime);
    Message message =
        new Message(
            UUID.randomUUID(), kanal, address.kontaktdata(), text.emne(), text.tekst(), now);
    Origin origin =
        new Origin(borgerId, address.kontaktdataType(), hash.ofAddress(address), codeId);
    outbox.enqueue(handle, message, origin, now.plus(lifetime));
  }

  /** Tells the outbox, after the commit, that there is something to deliver. */
  void wake() {
    outbox.wake();
  }

  private Duration lifetime(Kanal kanal) {
    return switch (kanal) {
      case SMS -> settings.codeLifetimeSms();
      case MAIL -> settings.codeLifetimeMail();
    };
  }
}
