package dk.borgerkontakt.persistence.register;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An organisation has a guest access to a citizen.
 *
 * @param udloeber the last day, null if it does not expire
 */
public record Gaesteadgang(
    long borgerId, int organisationstype, String kode, @Nullable LocalDate udloeber) {

  public Gaesteadgang {
    requireNonNull(kode, "kode");
  }
}
