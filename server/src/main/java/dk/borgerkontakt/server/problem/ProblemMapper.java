package dk.borgerkontakt.server.problem;

import dk.borgerkontakt.server.audit.Auditor;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.call.Trace;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * The one place where an exception becomes an answer, whatever layer it comes from. The refusal is
 * in the audit before the answer leaves.
 */
public final class ProblemMapper implements ExceptionMapper<Throwable> {

  private final Problems problems;
  private final Auditor auditor;

  /** Given by Jersey, which has no other way to tell a mapper whose exception it is. */
  @Inject private Provider<ContainerRequestContext> request;

  public ProblemMapper(Problems problems, Auditor auditor) {
    this.problems = problems;
    this.auditor = auditor;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    return problems.answer(audited(Translation.of(thrown)), Trace.of(request.get()).id());
  }

  /**
   * A refusal that can't be audited isn't told either: the caller learns only that it went wrong.
   */
  private Refusal audited(Refusal refusal) {
    try {
      Call.of(request.get()).ifPresent(call -> auditor.refused(call, refusal.code()));
      return refusal;
    } catch (RuntimeException notAudited) {
      return Translation.of(notAudited);
    }
  }
}
