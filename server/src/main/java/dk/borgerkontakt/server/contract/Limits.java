package dk.borgerkontakt.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * The numbers that the contract sets beside its schemas ({@code x-graenser}).
 *
 * @param kontaktdataLength most characters of a number or an address, in any form
 * @param formerDays how many days "Tidligere egne borgere" reaches beyond an attachment
 * @param requestIdRemembered how long the same x-requestId of the same client is refused
 * @param messageBytes the largest body
 */
public record Limits(
    int kontaktdataLength, int formerDays, Duration requestIdRemembered, int messageBytes) {

  private static final String KONTAKTDATA_LENGTH =
      "/components/schemas/KontaktinformationDto/properties/kontaktdata/maxLength";

  static Limits read(JsonNode document) {
    JsonNode limits = document.required("x-graenser");
    return new Limits(
        document.requiredAt(KONTAKTDATA_LENGTH).intValue(),
        limits.required("tidligereEgneBorgereDage").intValue(),
        Duration.ofHours(limits.required("requestIdTimer").intValue()),
        limits.required("beskedBytes").intValue());
  }
}
