package dk.borgerkontakt.server.audit;

import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.audit.AuditDao;
import dk.borgerkontakt.persistence.audit.AuditRow;
import dk.borgerkontakt.persistence.register.Borger;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.telemetry.Tracing;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * Writes the audit: one row for every operation on a citizen, reads and refusals too (GDPR art. 15;
 * CJEU C-579/21). Each method returns when its rows can no longer be lost.
 */
public final class Auditor {

  private static final int OK = 0;

  /** The operation that sets a status, whoever does it. */
  private static final String STATUS_OPERATION = "updateKontaktinformation";

  private final Database database;
  private final SharedCommit sharedCommit;
  private final AuditRows rows;
  private final Tracing tracing;

  public Auditor(
      Database database, SharedCommit sharedCommit, AuditHash hash, Clock clock, Tracing tracing) {
    this.database = database;
    this.sharedCommit = sharedCommit;
    this.tracing = tracing;
    this.rows = new AuditRows(hash, clock);
  }

  /** A write that is being done, in its own transaction. */
  public void written(Handle handle, Call call) {
    new AuditDao(handle).insert(List.of(rows.about(call, call.knownBorger().id(), OK)));
  }

  /** A status that the service itself sets, in the transaction that sets it. */
  public void statusByService(Handle handle, long borgerId) {
    new AuditDao(handle).insert(List.of(rows.byService(borgerId, STATUS_OPERATION)));
  }

  /** A read of the call's own citizen, before the answer leaves. */
  public void read(Call call) {
    commit(List.of(rows.about(call, call.knownBorger().id(), OK)));
  }

  /** A look-up: a row for each citizen in the answer, or one without a citizen. */
  public void found(Call call, List<Borger> borgere) {
    commit(
        borgere.isEmpty()
            ? List.of(rows.aboutNobody(call, OK))
            : borgere.stream().map(borger -> rows.about(call, borger.id(), OK)).toList());
  }

  private void commit(List<AuditRow> together) {
    tracing.run("shared audit commit", () -> sharedCommit.insert(together));
  }

  /** A refusal, in a commit of its own, since nothing else of the call is kept. */
  public void refused(Call call, Fejlkode code) {
    AuditRow row =
        call.borger() == null
            ? rows.aboutNobody(call, code.value())
            : rows.about(call, Objects.requireNonNull(call.borger()).id(), code.value());
    tracing.run(
        "audit of a refusal",
        () -> database.useTransaction(handle -> new AuditDao(handle).insert(List.of(row))));
  }
}
