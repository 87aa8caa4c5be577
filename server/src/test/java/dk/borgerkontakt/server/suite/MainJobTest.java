package dk.borgerkontakt.server.suite;

import static dk.borgerkontakt.client.model.KontaktdataCodelList.FastnetTelefon;
import static dk.borgerkontakt.client.model.KontaktdataCodelList.Mailadresse;
import static dk.borgerkontakt.client.model.KontaktdataCodelList.Mobiltelefon;
import static dk.borgerkontakt.client.model.KontaktdataStatusCodelList.IkkeVerificeret;
import static dk.borgerkontakt.client.model.KontaktdataStatusCodelList.Ugyldig;
import static dk.borgerkontakt.client.model.KontaktdataStatusCodelList.Verificeret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerkontakt.client.KontaktinformationApi;
import dk.borgerkontakt.client.invoker.ApiException;
import dk.borgerkontakt.client.model.BorgererDto;
import dk.borgerkontakt.client.model.CreateKontaktinformationRequestType;
import dk.borgerkontakt.client.model.GetVerfikationskodeRequestType;
import dk.borgerkontakt.client.model.KontaktdataCodelList;
import dk.borgerkontakt.client.model.KontaktdataStatusCodelList;
import dk.borgerkontakt.client.model.KontaktinformationDto;
import dk.borgerkontakt.client.model.KontaktinformationerDto;
import dk.borgerkontakt.client.model.RegistreretKontaktinformation;
import dk.borgerkontakt.client.model.UpdateKontaktinformationRequestType;
import dk.borgerkontakt.client.model.VerificerKontaktinformationRequestType;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a vendor does with a client generated from the contract. */
class MainJobTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private final KontaktinformationApi api = server.as("akasse-11").api();
  private final String citizen = server.register().newCitizen();

  @Test
  void registersAndReads() throws ApiException {
    create(dto(Mobiltelefon, "20 12 34 56"), dto(Mailadresse, "Anna@Example.DK"));

    assertThat(read())
        .containsExactly(
            registered(Mobiltelefon, "+4520123456", IkkeVerificeret),
            registered(Mailadresse, "Anna@example.dk", IkkeVerificeret));
  }

  @Test
  void verifiesAMobilePhoneWithTheCodeThatTheCitizenGot() throws ApiException {
    String mobile = Register.freeMobile();
    create(dto(Mobiltelefon, mobile));

    askForCode(Mobiltelefon);
    verify(Mobiltelefon, server.outbox().nextCode(mobile));

    assertThat(read()).containsExactly(registered(Mobiltelefon, mobile, Verificeret));
  }

  @Test
  void verifiesAMailAddressWithTheCodeThatTheCitizenGot() throws ApiException {
    String email = Register.freeEmail();
    create(dto(Mailadresse, email));

    askForCode(Mailadresse);
    verify(Mailadresse, server.outbox().nextCode(email));

    assertThat(read()).containsExactly(registered(Mailadresse, email, Verificeret));
  }

  @Test
  void setsAStatus() throws ApiException {
    create(dto(FastnetTelefon, "33 12 34 56"));

    api.updateKontaktinformation(
        citizen,
        new UpdateKontaktinformationRequestType()
            .kontaktdataType(FastnetTelefon)
            .kontaktdatastatus(Ugyldig),
        null,
        null,
        null,
        null,
        null);

    assertThat(read()).containsExactly(registered(FastnetTelefon, "+4533123456", Ugyldig));
  }

  @Test
  void findsTheCitizenByNumberAndAddress() throws ApiException {
    String mobile = Register.freeMobile();
    String email = Register.freeEmail();
    create(dto(Mobiltelefon, mobile), dto(Mailadresse, email));

    BorgererDto borger = new BorgererDto().civilregistrationIdentifier(citizen);

    assertThat(api.getKontaktinformationMobilNr(mobile, null, null, null, null).getBorgerer())
        .containsExactly(borger);
    assertThat(api.getKontaktinformationEmail(email, null, null, null, null).getBorgerer())
        .containsExactly(borger);
  }

  @Test
  void deletes() throws ApiException {
    create(dto(Mobiltelefon, "20123456"), dto(Mailadresse, "anna@example.dk"));

    create(dto(Mobiltelefon, null));

    assertThat(read()).containsExactly(registered(Mailadresse, "anna@example.dk", IkkeVerificeret));
  }

  @Test
  void tellsAnErrorAsTheClientsException() {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(this::read)
        .satisfies(thrown -> assertThat(thrown.getCode()).isEqualTo(404))
        .satisfies(thrown -> assertThat(thrown.getResponseBody()).contains("\"fejlkode\":9159"));
  }

  private void create(KontaktinformationDto... dtos) throws ApiException {
    api.createKontaktinformation(
        citizen,
        new CreateKontaktinformationRequestType()
            .kontaktinformationer(new KontaktinformationerDto().kontaktinformation(List.of(dtos))),
        null,
        null,
        null,
        null,
        null);
  }

  private List<RegistreretKontaktinformation> read() throws ApiException {
    return api.getKontaktinformation(citizen, null, null, null, null)
        .getKontaktinformationer()
        .getKontaktinformation();
  }

  private void askForCode(KontaktdataCodelList type) throws ApiException {
    api.getVerifikationskode(
        citizen,
        new GetVerfikationskodeRequestType().kontaktdataType(type),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private void verify(KontaktdataCodelList type, String code) throws ApiException {
    api.verificerKontaktinformation(
        citizen,
        new VerificerKontaktinformationRequestType().kontaktdataType(type).verifikationskode(code),
        null,
        null,
        null,
        null,
        null);
  }

  private static KontaktinformationDto dto(KontaktdataCodelList type, String value) {
    return new KontaktinformationDto().kontaktdataType(type).kontaktdata(value);
  }

  private static RegistreretKontaktinformation registered(
      KontaktdataCodelList type, String value, KontaktdataStatusCodelList status) {
    return new RegistreretKontaktinformation()
        .kontaktdataType(type)
        .kontaktdata(value)
        .kontaktdatastatus(status);
  }
}
