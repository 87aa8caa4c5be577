package dk.borgerkontakt.server.verifikation;

import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.verifikation.KontaktpauseDao;
import dk.borgerkontakt.persistence.verifikation.Verifikationskode;
import dk.borgerkontakt.persistence.verifikation.VerifikationskodeDao;
import dk.borgerkontakt.server.config.VerificationSettings;
import dk.borgerkontakt.server.problem.Refusal;
import dk.borgerkontakt.server.telemetry.Counts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * How often codes may be asked for and guessed at. Codes and failures are counted per citizen and
 * type over 24 hours, whatever becomes of the address in between; the pause between two codes runs
 * per address (NIST SP 800-63B-4; OWASP ASVS 5.0, 6.5 and 6.6).
 */
public final class CodeLimits {

  private static final Duration DAY = Duration.ofHours(24);

  private final VerificationSettings settings;
  private final CodeHash hash;
  private final Counts<Outcome> outcomes;
  private final Clock clock;

  public CodeLimits(
      VerificationSettings settings, CodeHash hash, Counts<Outcome> outcomes, Clock clock) {
    this.settings = settings;
    this.hash = hash;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /** Takes the address's turn, else 90002 with the time until a code may be asked for. */
  void takeCode(Handle handle, Kontaktinformation address) {
    Instant now = clock.instant();
    Duration dayIsFull = untilDayHasRoom(handle, address.borgerId(), address.kontaktdataType());
    if (!dayIsFull.isZero()) {
      throw refused(Outcome.CODES_USED_UP, dayIsFull);
    }
    new KontaktpauseDao(handle)
        .tryTake(hash.ofAddress(address), now, settings.coolDown())
        .ifPresent(
            last -> {
              Duration pause = Duration.between(now, last.plus(settings.coolDown()));
              throw refused(Outcome.TOO_SOON, pause);
            });
  }

  /**
   * 90002 when the citizen has had all the guesses of a day, or this code has had all of its own.
   */
  void countAttempt(Handle handle, long borgerId, int type, Verifikationskode code) {
    Instant now = clock.instant();
    VerifikationskodeDao codes = new VerifikationskodeDao(handle);
    int guessesADay = settings.attempts() * settings.codesPerDay();
    if (codes.attemptsSince(borgerId, type, now.minus(DAY)) >= guessesADay
        || !codes.countAttempt(code.id(), settings.attempts(), now)) {
      throw refused(Outcome.ATTEMPTS_USED_UP, untilNextCode(handle, borgerId, type, code));
    }
  }

  private Refusal refused(Outcome outcome, Duration again) {
    outcomes.count(outcome);
    return Refusal.tooMany(again);
  }

  private Duration untilNextCode(Handle handle, long borgerId, int type, Verifikationskode code) {
    Duration pause = Duration.between(clock.instant(), code.oprettet().plus(settings.coolDown()));
    Duration day = untilDayHasRoom(handle, borgerId, type);
    return pause.compareTo(day) > 0 ? pause : day;
  }

  /** Zero while another code may be sent today. */
  private Duration untilDayHasRoom(Handle handle, long borgerId, int type) {
    Instant now = clock.instant();
    List<Instant> sent = new VerifikationskodeDao(handle).sentSince(borgerId, type, now.minus(DAY));
    if (sent.size() < settings.codesPerDay()) {
      return Duration.ZERO;
    }
    return Duration.between(now, sent.get(sent.size() - settings.codesPerDay()).plus(DAY));
  }
}
