package dk.borgerkontakt.server.access;

import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.register.Borger;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.contract.Operation;
import dk.borgerkontakt.server.problem.Refusal;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * Whether the citizen is known, the caller may act on that citizen, and, for a write, that one
 * lives.
 */
public final class AccessCheck {

  private final Database database;
  private final AccessRule rule;

  public AccessCheck(Database database, AccessRule rule) {
    this.database = database;
    this.rule = rule;
  }

  /**
   * Notes the citizen, else 1010, 4575 or 4405. Look-ups name no citizen: they filter their answer.
   */
  public void check(Call call) {
    if (call.operation().namesACitizen()) {
      database.useHandle(handle -> check(call, handle));
    }
  }

  private void check(Call call, Handle handle) {
    Borger borger =
        new BorgerDao(handle)
            .findByCpr(Objects.requireNonNull(call.asked()))
            .orElseThrow(() -> refusal(Fejlkode.UnknownCpr));
    call.concerns(borger);
    if (rule.permitted(handle, call, List.of(borger.id())).isEmpty()) {
      throw refusal(Fejlkode.NotAuthorized);
    }
    if (borger.doed() && call.operation().writes()) {
      throw refusal(Fejlkode.PersonIsDead);
    }
  }

  private static Refusal refusal(Fejlkode code) {
    return Refusal.at(Operation.CPR_HEADER, code);
  }
}
