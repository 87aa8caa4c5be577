package dk.borgerkontakt.persistence.organisation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A job centre lets another actor act for it.
 *
 * @param til the last day, null while no end is known; never before {@code fra}
 */
public record Delegering(String cvr, String jobcenterkode, LocalDate fra, @Nullable LocalDate til) {

  public Delegering {
    requireNonNull(cvr, "cvr");
    requireNonNull(jobcenterkode, "jobcenterkode");
    requireNonNull(fra, "fra");
    if (til != null && til.isBefore(fra)) {
      throw new IllegalArgumentException("til is before fra");
    }
  }
}
