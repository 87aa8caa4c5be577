package dk.borgerkontakt.server.problem;

import dk.borgerkontakt.api.model.Fejl;
import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.api.model.Problem;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.contract.ErrorEntry;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Writes a refusal as the contract's {@code Problem} (RFC 9457). */
public final class Problems {

  private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

  /** As many as the contract lets one problem tell. */
  private static final int MOST_FAULTS = 100;

  private final Contract contract;

  public Problems(Contract contract) {
    this.contract = contract;
  }

  /** The answer to a refused request; status, code and texts are the catalogue's. */
  public Response answer(Refusal refusal, String traceId) {
    ErrorEntry entry = contract.error(refusal.code());
    Response.ResponseBuilder answer =
        Response.status(entry.status()).type(PROBLEM_JSON).entity(problem(refusal, entry, traceId));
    refusal.headers().forEach(answer::header);
    return answer.build();
  }

  private Problem problem(Refusal refusal, ErrorEntry entry, String traceId) {
    return new Problem()
        .type("urn:borgerkontakt:fejl:" + entry.kode())
        .title(entry.tekst())
        .status(entry.status())
        .detail(entry.beskrivelse())
        .fejlkode(Fejlkode.fromValue(entry.kode()))
        .fejltekst(entry.tekst())
        .sporingsId(traceId)
        .fejl(refusal.faults().isEmpty() ? null : faults(refusal.faults()));
  }

  private List<Fejl> faults(List<Fault> faults) {
    return faults.stream()
        .limit(MOST_FAULTS)
        .map(fault -> new Fejl().sti(fault.place()).fejlkode(fault.code()).tekst(text(fault)))
        .toList();
  }

  private String text(Fault fault) {
    return fault.text() == null ? contract.error(fault.code()).tekst() : fault.text();
  }
}
