package dk.borgerkontakt.server.identity.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import dk.borgerkontakt.server.telemetry.Counts;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;

/** Counts how often the issuer's keys were asked for, and how often in vain. */
public final class CountedFetches implements KeyPublication {

  private enum Outcome {
    FETCHED,
    FAILED
  }

  private final KeyPublication publication;
  private final Counts<Outcome> outcomes;

  public CountedFetches(KeyPublication publication, MeterRegistry registry) {
    this.publication = publication;
    this.outcomes = new Counts<>(registry, "identity.keys.fetches", "outcome", Outcome.class);
  }

  @Override
  public JWKSet fetch() throws IOException {
    try {
      JWKSet keys = publication.fetch();
      outcomes.count(Outcome.FETCHED);
      return keys;
    } catch (IOException | RuntimeException e) {
      outcomes.count(Outcome.FAILED);
      throw e;
    }
  }
}
