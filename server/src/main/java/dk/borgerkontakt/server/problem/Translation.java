package dk.borgerkontakt.server.problem;

import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.persistence.DatabaseException;
import dk.borgerkontakt.server.identity.IssuerUnavailableException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says which error of the catalogue a foreign exception is. */
final class Translation {

  private static final Logger LOG = LoggerFactory.getLogger(Translation.class);

  /** How long a client waits before it tries a service again that can't reach what it needs. */
  private static final Duration NOT_READY = Duration.ofSeconds(2);

  private Translation() {}

  static Refusal of(Throwable thrown) {
    if (thrown instanceof Refusal refusal) {
      return refusal;
    }
    if (thrown instanceof ClientErrorException rejected) {
      return rejected(rejected);
    }
    if (isNotReady(thrown)) {
      if (!isTold(thrown)) {
        LOG.warn("out of reach", thrown);
      }
      return new Refusal(Fejlkode.IkkeKlar).retryAfter(NOT_READY);
    }
    LOG.error("internal fault", thrown);
    return new Refusal(Fejlkode.InternFejl);
  }

  private static boolean isNotReady(Throwable thrown) {
    return thrown instanceof IssuerUnavailableException
        || (thrown instanceof DatabaseException database && database.isTransient());
  }

  /** Else a lost database would fill the log as fast as requests come. */
  private static boolean isTold(Throwable thrown) {
    return thrown instanceof DatabaseException database && database.isLost();
  }

  private static Refusal rejected(ClientErrorException rejected) {
    if (rejected instanceof NotFoundException) {
      return new Refusal(Fejlkode.UkendtRessource);
    }
    if (rejected instanceof NotAllowedException notAllowed) {
      return new Refusal(Fejlkode.MetodeIkkeTilladt).header("Allow", allowed(notAllowed));
    }
    if (rejected instanceof NotSupportedException) {
      return new Refusal(Fejlkode.UkendtMedietype);
    }
    if (rejected instanceof NotAcceptableException) {
      return new Refusal(Fejlkode.IntetSvarformat);
    }
    return new Refusal(Fejlkode.FailedToValidateMessage);
  }

  /** Jersey lists OPTIONS for every path, where the service has none, and leaves HEAD out. */
  private static String allowed(NotAllowedException notAllowed) {
    Set<String> methods = new TreeSet<>();
    for (Object value : notAllowed.getResponse().getHeaders().getOrDefault("Allow", List.of())) {
      methods.addAll(List.of(value.toString().split("\\s*,\\s*")));
    }
    methods.remove("OPTIONS");
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return String.join(", ", methods);
  }
}
