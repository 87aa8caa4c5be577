package dk.borgerkontakt.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.borgerkontakt.client.model.Fejl;
import dk.borgerkontakt.client.model.Fejlkode;
import dk.borgerkontakt.client.model.Problem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;

/** A refusal that the service gives its reason for (RFC 9457). */
public final class ProblemException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private ProblemException(String message, HttpResponse<?> response, Problem problem) {
    super(message, response);
    this.problem = problem;
  }

  static ApiException of(String operation, HttpResponse<byte[]> response, ObjectMapper json) {
    String type = response.headers().firstValue("Content-Type").orElse("no content");
    String failed = operation + ": HTTP " + response.statusCode();
    if (type.toLowerCase(Locale.ROOT).startsWith("application/problem+json")) {
      try {
        Problem problem = json.readValue(response.body(), Problem.class);
        return new ProblemException(failed + ", " + words(problem), response, problem);
      } catch (IOException | NullPointerException e) {
        return new ApiException(failed + ", a problem that is not the contract's", response);
      }
    }
    return new ApiException(failed + ", not from the service (" + type + ")", response);
  }

  private static String words(Problem problem) {
    return problem.fejlkode()
        + " "
        + problem.fejltekst()
        + " (sporingsId "
        + problem.sporingsId()
        + ")";
  }

  /** The code of the catalogue; one that this version does not know is kept. */
  public Fejlkode fejlkode() {
    return problem.fejlkode();
  }

  /** The catalogue's text for the code. */
  public String fejltekst() {
    return problem.fejltekst();
  }

  /** What the service's operators find the call by. */
  public String sporingsId() {
    return problem.sporingsId();
  }

  /** The single faults with their places; empty when no place can be named. */
  public List<Fejl> fejl() {
    List<Fejl> fejl = problem.fejl();
    return fejl == null ? List.of() : fejl;
  }

  /** The whole problem. */
  public Problem problem() {
    return problem;
  }
}
