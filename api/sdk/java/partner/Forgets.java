import dk.borgerkontakt.client.model.KontaktdataCodelList;
import dk.borgerkontakt.client.model.KontaktinformationDto;

/** Does not compile: who forgets kontaktdata would delete. */
final class Forgets {
  static final KontaktinformationDto FORGOTTEN =
      new KontaktinformationDto(KontaktdataCodelList.Mobiltelefon);
}
