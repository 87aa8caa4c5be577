package dk.borgerkontakt.server.verifikation;

import dk.borgerkontakt.api.model.KontaktdataCodelList;
import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.telemetry.Counts;
import dk.borgerkontakt.server.write.WriteTransaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One-time codes: the citizen proves an address by telling the code that was sent to it. */
public final class VerifikationService {

  private final WriteTransaction writes;
  private final Verifiable verifiable;
  private final CodeLimits limits;
  private final Budgets budgets;
  private final CodeSender sender;
  private final Attempts attempts;
  private final Counts<Outcome> outcomes;

  public VerifikationService(
      WriteTransaction writes,
      Verifiable verifiable,
      CodeLimits limits,
      Budgets budgets,
      CodeSender sender,
      Attempts attempts,
      Counts<Outcome> outcomes) {
    this.writes = writes;
    this.verifiable = verifiable;
    this.limits = limits;
    this.budgets = budgets;
    this.sender = sender;
    this.attempts = attempts;
    this.outcomes = outcomes;
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
          limits.takeCode(handle, address);
          Kanal kanal = verifiable.kanal(type);
          sender.send(handle, address, kanal, acceptLanguage);
          spent.addAll(budgets.take(handle, call.caller(), address, kanal));
        });
    outcomes.count(Outcome.CODE_SENT);
    spent.forEach(Spent::warn);
    sender.wake();
  }

  /**
   * Takes a code for the registered address. The attempt is counted in a commit of its own before
   * the code is looked at, so that no crash and no crowd of guesses goes uncounted.
   */
  public void verify(Call call, KontaktdataCodelList type, String code) {
    Attempts.Attempt attempt =
        writes.prepare(call, (handle, borgerId) -> attempts.count(handle, borgerId, type));
    attempts.check(attempt, code);
    writes.run(call, (handle, borgerId) -> attempts.finish(handle, borgerId, type, attempt));
    outcomes.count(Outcome.CODE_RIGHT);
  }
}
