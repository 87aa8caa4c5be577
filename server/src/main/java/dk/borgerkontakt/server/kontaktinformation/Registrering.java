package dk.borgerkontakt.server.kontaktinformation;

import dk.borgerkontakt.api.model.KontaktdataCodelList;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a create request.
 *
 * @param kontaktdata as sent; null or empty deletes what is registered of the type
 */
public record Registrering(KontaktdataCodelList type, @Nullable String kontaktdata) {

  boolean deletes() {
    return kontaktdata == null || kontaktdata.isEmpty();
  }

  @Override
  public String toString() {
    return "Registrering of " + type.name();
  }
}
