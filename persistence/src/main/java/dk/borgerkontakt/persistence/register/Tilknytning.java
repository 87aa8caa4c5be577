package dk.borgerkontakt.persistence.register;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A citizen is or was attached to an organisation.
 *
 * @param til the last day, null while no end is known; never before {@code fra}
 */
public record Tilknytning(
    long borgerId, int organisationstype, String kode, LocalDate fra, @Nullable LocalDate til) {

  public Tilknytning {
    requireNonNull(kode, "kode");
    requireNonNull(fra, "fra");
    if (til != null && til.isBefore(fra)) {
      throw new IllegalArgumentException("til is before fra");
    }
  }
}
