package dk.borgerkontakt.server.verifikation;

import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.api.model.KontaktdataCodelList;
import dk.borgerkontakt.api.model.KontaktdataStatusCodelList;
import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.kontaktinformation.KontaktinformationDao;
import dk.borgerkontakt.persistence.verifikation.Verifikationskode;
import dk.borgerkontakt.persistence.verifikation.VerifikationskodeDao;
import dk.borgerkontakt.server.problem.Refusal;
import dk.borgerkontakt.server.telemetry.Counts;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Attempts at a code: each is counted before it is looked at, and the right one uses the code. */
public final class Attempts {

  private final Verifiable verifiable;
  private final CodeLimits limits;
  private final CodeHash hash;
  private final Counts<Outcome> outcomes;
  private final Clock clock;

  public Attempts(
      Verifiable verifiable,
      CodeLimits limits,
      CodeHash hash,
      Counts<Outcome> outcomes,
      Clock clock) {
    this.verifiable = verifiable;
    this.limits = limits;
    this.hash = hash;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /** Counts an attempt at the live code; 90001 when there is none, 90002 after too many. */
  Attempt count(Handle handle, long borgerId, KontaktdataCodelList type) {
    Kontaktinformation address = verifiable.find(handle, borgerId, type);
    Verifikationskode code =
        new VerifikationskodeDao(handle)
            .findLive(borgerId, type.value(), clock.instant())
            .orElseThrow(() -> proofless(Outcome.CODE_NOT_LIVE));
    limits.countAttempt(handle, borgerId, type.value(), code);
    return new Attempt(code, address);
  }

  /** 90001 unless it is the code that was sent to the address. */
  void check(Attempt attempt, String code) {
    Verifikationskode sent = attempt.kode();
    if (!hash.isCode(sent.kodeHmac(), code, sent.bundetTil(), attempt.address())) {
      throw proofless(Outcome.CODE_WRONG);
    }
  }

  /**
   * Uses the code up, and notes that the address is proven. The code may have been used, replaced
   * or killed since it was looked at.
   */
  void finish(Handle handle, long borgerId, KontaktdataCodelList type, Attempt attempt) {
    verifiable.find(handle, borgerId, type);
    Instant now = clock.instant();
    if (!new VerifikationskodeDao(handle).finish(attempt.kode().id(), now)) {
      throw proofless(Outcome.CODE_NOT_LIVE);
    }
    new KontaktinformationDao(handle)
        .updateStatus(borgerId, type.value(), KontaktdataStatusCodelList.Verificeret.value(), now);
  }

  /**
   * One answer for every code that proves nothing, so that none of them tells more than another.
   */
  private Refusal proofless(Outcome outcome) {
    outcomes.count(outcome);
    return Refusal.at("/verifikationskode", Fejlkode.ForkertVerifikationskode);
  }

  /** One that has been counted. */
  record Attempt(Verifikationskode kode, Kontaktinformation address) {

    @Override
    public String toString() {
      return "Attempt";
    }
  }
}
