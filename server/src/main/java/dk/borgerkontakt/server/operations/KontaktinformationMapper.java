package dk.borgerkontakt.server.operations;

import dk.borgerkontakt.api.model.BorgererDto;
import dk.borgerkontakt.api.model.CreateKontaktinformationRequestType;
import dk.borgerkontakt.api.model.GetKontaktinformationResponceRequestType;
import dk.borgerkontakt.api.model.GetKontaktinformationResponseType;
import dk.borgerkontakt.api.model.KontaktdataCodelList;
import dk.borgerkontakt.api.model.KontaktdataStatusCodelList;
import dk.borgerkontakt.api.model.RegistreretKontaktinformation;
import dk.borgerkontakt.api.model.RegistreretKontaktinformationer;
import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.register.Borger;
import dk.borgerkontakt.server.kontaktinformation.Registrering;
import java.util.List;

/** Between the contract's shapes and the rows of the database. */
final class KontaktinformationMapper {

  private KontaktinformationMapper() {}

  static List<Registrering> registreringer(CreateKontaktinformationRequestType request) {
    return request.getKontaktinformationer().getKontaktinformation().stream()
        .map(dto -> new Registrering(dto.getKontaktdataType(), dto.getKontaktdata()))
        .toList();
  }

  static GetKontaktinformationResponceRequestType registrerede(List<Kontaktinformation> rows) {
    return new GetKontaktinformationResponceRequestType()
        .kontaktinformationer(
            new RegistreretKontaktinformationer()
                .kontaktinformation(
                    rows.stream().map(KontaktinformationMapper::registreret).toList()));
  }

  private static RegistreretKontaktinformation registreret(Kontaktinformation row) {
    return new RegistreretKontaktinformation()
        .kontaktdata(row.kontaktdata())
        .kontaktdataType(KontaktdataCodelList.fromValue(row.kontaktdataType()))
        .kontaktdatastatus(KontaktdataStatusCodelList.fromValue(row.kontaktdatastatus()));
  }

  static GetKontaktinformationResponseType borgerer(List<Borger> borgere) {
    return new GetKontaktinformationResponseType()
        .borgerer(
            borgere.stream()
                .map(borger -> new BorgererDto().civilregistrationIdentifier(borger.cpr()))
                .toList());
  }
}
