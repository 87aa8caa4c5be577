package dk.borgerkontakt.client;

import dk.borgerkontakt.client.model.CreateKontaktinformationRequestType;
import dk.borgerkontakt.client.model.KontaktdataCodelList;
import dk.borgerkontakt.client.model.KontaktinformationDto;
import dk.borgerkontakt.client.model.KontaktinformationerDto;
import dk.borgerkontakt.client.model.RegistreretKontaktinformation;
import java.util.List;

/** Messages to createKontaktinformation. Types that a message does not name are left alone. */
public final class Kontaktdata {
  private Kontaktdata() {}

  /** Registers or changes a type. Null and empty are refused, since on the wire they delete. */
  public static KontaktinformationDto saet(KontaktdataCodelList type, String kontaktdata) {
    if (kontaktdata.isBlank()) {
      throw new IllegalArgumentException("kontaktdata is empty, which would delete the type");
    }
    return new KontaktinformationDto(kontaktdata, type);
  }

  /** Deletes a type. */
  public static KontaktinformationDto slet(KontaktdataCodelList type) {
    return new KontaktinformationDto(null, type);
  }

  /** What was read, to be sent as it is. */
  public static KontaktinformationDto af(RegistreretKontaktinformation laest) {
    return saet(laest.kontaktdataType(), laest.kontaktdata());
  }

  /** The message with these types. */
  public static CreateKontaktinformationRequestType besked(KontaktinformationDto... typer) {
    return besked(List.of(typer));
  }

  /** The message with these types. */
  public static CreateKontaktinformationRequestType besked(List<KontaktinformationDto> typer) {
    return new CreateKontaktinformationRequestType(new KontaktinformationerDto(typer));
  }
}
