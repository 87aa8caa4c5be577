package dk.borgerkontakt.server.verifikation;

import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.api.model.KontaktdataCodelList;
import dk.borgerkontakt.api.model.KontaktdataStatusCodelList;
import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.kontaktinformation.KontaktinformationDao;
import dk.borgerkontakt.persistence.verifikation.Verifikationskode;
import dk.borgerkontakt.persistence.verifikation.VerifikationskodeDao;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.problem.Refusal;
import dk.borgerkontakt.server.write.WriteTransaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One-time codes: the citizen proves an address by telling the code that was sent to it. */
public final class VerifikationService {

  private final WriteTransaction writes;
  private final Verifiable verifiable;
  private final CodeLimits limits;
  private final Budgets budgets;
  private final CodeHash hash;
  private final CodeSender sender;
  private final Clock clock;

  public VerifikationService(
      WriteTransaction writes,
      Verifiable verifiable,
      CodeLimits limits,
      Budgets budgets,
      CodeHash hash,
      CodeSender sender,
      Clock clock) {
    this.writes = writes;
    this.verifiable = verifiable;
    this.limits = limits;
    this.budgets = budgets;
    this.hash = hash;
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * Sends a new code to the registered address; when this returns, it will be delivered or expire.
   *
   * @param acceptLanguage the citizen's language, as in the header of that name; null: the usual
   *     one
   */
  public void sendCode(Call call, KontaktdataCodelList type, @Nullable String acceptLanguage) {
    List<Spent> spent = new ArrayList<>();
    writes.run(
        call,
        (handle, borgerId) -> {
          Kontaktinformation address = verifiable.find(handle, borgerId, type);
          budgets.checkCountry(address);
          limits.takeCode(handle, borgerId, type.value(), hash.ofAddress(address));
          Kanal kanal = verifiable.kanal(type);
          sender.send(handle, address, kanal, acceptLanguage);
          spent.addAll(budgets.take(handle, call.caller(), address, kanal));
        });
    spent.forEach(Spent::warn);
    sender.wake();
  }

  /**
   * Takes a code for the registered address. The attempt is counted in a commit of its own before
   * the code is looked at, so that no crash and no crowd of guesses goes uncounted.
   */
  public void verify(Call call, KontaktdataCodelList type, String code) {
    Attempt attempt = countedAttempt(call, type);
    if (!attempt.isRight(code)) {
      throw wrongCode();
    }
    writes.run(call, (handle, borgerId) -> verified(handle, borgerId, type, attempt));
  }

  private Attempt countedAttempt(Call call, KontaktdataCodelList type) {
    return writes.prepare(call, (handle, borgerId) -> countAttempt(handle, borgerId, type));
  }

  private Attempt countAttempt(Handle handle, long borgerId, KontaktdataCodelList type) {
    Kontaktinformation address = verifiable.find(handle, borgerId, type);
    Optional<Verifikationskode> live =
        new VerifikationskodeDao(handle).findLive(borgerId, type.value(), clock.instant());
    Verifikationskode kode = live.orElseThrow(VerifikationService::wrongCode);
    limits.countAttempt(handle, borgerId, type.value(), kode);
    return new Attempt(kode, address, hash);
  }

  /** The code may have been used, replaced or killed since it was looked at. */
  private void verified(Handle handle, long borgerId, KontaktdataCodelList type, Attempt attempt) {
    verifiable.find(handle, borgerId, type);
    if (!new VerifikationskodeDao(handle).finish(attempt.kode().id(), clock.instant())) {
      throw wrongCode();
    }
    new KontaktinformationDao(handle)
        .updateStatus(
            borgerId,
            type.value(),
            KontaktdataStatusCodelList.Verificeret.value(),
            clock.instant());
  }

  /**
   * One answer for every code that proves nothing, so that none of them tells more than another.
   */
  private static Refusal wrongCode() {
    return Refusal.at("/verifikationskode", Fejlkode.ForkertVerifikationskode);
  }

  private record Attempt(Verifikationskode kode, Kontaktinformation address, CodeHash hash) {

    boolean isRight(String code) {
      return hash.isCode(kode.kodeHmac(), code, kode.bundetTil(), address);
    }

    @Override
    public String toString() {
      return "Attempt";
    }
  }
}
