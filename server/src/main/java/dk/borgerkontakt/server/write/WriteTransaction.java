package dk.borgerkontakt.server.write;

import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.register.Borger;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.persistence.request.RequestIdDao;
import dk.borgerkontakt.server.audit.Auditor;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.contract.Operation;
import dk.borgerkontakt.server.problem.Refusal;
import dk.borgerkontakt.server.telemetry.Tracing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiPredicate;
import org.jdbi.v3.core.Handle;

/**
 * The transaction of a write on one citizen: the citizen's row is locked, the x-requestId is taken,
 * the change is done and audited, or nothing of it happens. A refusal thrown inside rolls back.
 */
public final class WriteTransaction {

  /** What a write does with the locked citizen's id. */
  @FunctionalInterface
  public interface Change {
    void apply(Handle handle, long borgerId);
  }

  /** A step before a write, that finds something out and may leave something behind. */
  @FunctionalInterface
  public interface Step<T> {
    T apply(Handle handle, long borgerId);
  }

  private final Database database;
  private final Auditor auditor;
  private final Clock clock;
  private final Duration remembered;
  private final Tracing tracing;

  /**
   * @param remembered how long the same x-requestId of the same client is refused
   */
  public WriteTransaction(
      Database database, Auditor auditor, Clock clock, Duration remembered, Tracing tracing) {
    this.database = database;
    this.auditor = auditor;
    this.clock = clock;
    this.remembered = remembered;
    this.tracing = tracing;
  }

  /** Does the call's change once and for all. */
  public void run(Call call, Change change) {
    tracing.run("write transaction", () -> database.useTransaction(h -> run(h, call, change)));
  }

  private void run(Handle handle, Call call, Change change) {
    lock(handle, call);
    takeRequestId(handle, call);
    change.apply(handle, call.knownBorger().id());
    auditor.written(handle, call);
  }

  /** A step before the call's change, under the same checks, in a commit of its own. */
  public <T> T prepare(Call call, Step<T> step) {
    return tracing.in(
        "preparing transaction", () -> database.inTransaction(h -> prepare(h, call, step)));
  }

  private <T> T prepare(Handle handle, Call call, Step<T> step) {
    lock(handle, call);
    checkRequestId(handle, call);
    return step.apply(handle, call.knownBorger().id());
  }

  /**
   * The register may have changed since the gate looked: the citizen died, or got another number.
   */
  private static void lock(Handle handle, Call call) {
    Borger borger =
        new BorgerDao(handle)
            .lockById(call.knownBorger().id())
            .filter(locked -> locked.cpr().equals(call.knownBorger().cpr()))
            .orElseThrow(() -> Refusal.at(Operation.CPR_HEADER, Fejlkode.UnknownCpr));
    if (borger.doed()) {
      throw Refusal.at(Operation.CPR_HEADER, Fejlkode.PersonIsDead);
    }
  }

  private void takeRequestId(Handle handle, Call call) {
    Instant now = clock.instant();
    refuseUnless(
        call,
        (client, id) -> new RequestIdDao(handle).take(client, id, now, now.minus(remembered)));
  }

  private void checkRequestId(Handle handle, Call call) {
    Instant since = clock.instant().minus(remembered);
    refuseUnless(call, (client, id) -> !new RequestIdDao(handle).seen(client, id, since));
  }

  private static void refuseUnless(Call call, BiPredicate<String, String> isFree) {
    String requestId = call.requestId();
    if (requestId != null && !isFree.test(call.caller().clientId(), requestId)) {
      throw Refusal.at(Call.REQUEST_ID, Fejlkode.RequestIdGenbrugt);
    }
  }
}
