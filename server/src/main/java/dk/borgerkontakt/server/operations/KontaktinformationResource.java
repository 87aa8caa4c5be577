package dk.borgerkontakt.server.operations;

import dk.borgerkontakt.api.KontaktinformationApi;
import dk.borgerkontakt.api.model.CreateKontaktinformationRequestType;
import dk.borgerkontakt.api.model.GetVerfikationskodeRequestType;
import dk.borgerkontakt.api.model.KontaktdataCodelList;
import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import dk.borgerkontakt.api.model.RequestUserTypeCodelList;
import dk.borgerkontakt.api.model.UpdateKontaktinformationRequestType;
import dk.borgerkontakt.api.model.VerificerKontaktinformationRequestType;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.kontaktinformation.KontaktinformationService;
import dk.borgerkontakt.server.kontaktinformation.LookupService;
import dk.borgerkontakt.server.verifikation.VerifikationService;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The contract's operations. The gate has checked headers, body, caller and citizen before a method
 * is called, and has put what it found into the {@link Call}.
 */
public final class KontaktinformationResource implements KontaktinformationApi {

  private final KontaktinformationService kontaktinformation;
  private final LookupService lookup;
  private final VerifikationService verifikation;

  /** Given by Jersey: the generated interface has no room for it. */
  @Inject private Provider<ContainerRequestContext> request;

  public KontaktinformationResource(
      KontaktinformationService kontaktinformation,
      LookupService lookup,
      VerifikationService verifikation) {
    this.kontaktinformation = kontaktinformation;
    this.lookup = lookup;
    this.verifikation = verifikation;
  }

  @Override
  public Response createKontaktinformation(
      String cpr,
      CreateKontaktinformationRequestType body,
      String requestId,
      String userId,
      RequestUserTypeCodelList userType,
      OrganisationTypeCodelList organisationType,
      String organisationCode) {
    kontaktinformation.register(call(), KontaktinformationMapper.registreringer(body));
    return Response.noContent().build();
  }

  @Override
  public Response getKontaktinformation(
      String cpr,
      String userId,
      RequestUserTypeCodelList userType,
      OrganisationTypeCodelList organisationType,
      String organisationCode) {
    return json(KontaktinformationMapper.registrerede(kontaktinformation.find(call())));
  }

  @Override
  public Response updateKontaktinformation(
      String cpr,
      UpdateKontaktinformationRequestType body,
      String requestId,
      String userId,
      RequestUserTypeCodelList userType,
      OrganisationTypeCodelList organisationType,
      String organisationCode) {
    kontaktinformation.updateStatus(call(), body.getKontaktdataType(), body.getKontaktdatastatus());
    return Response.noContent().build();
  }

  @Override
  public Response getVerifikationskode(
      String cpr,
      GetVerfikationskodeRequestType body,
      String requestId,
      String userId,
      RequestUserTypeCodelList userType,
      OrganisationTypeCodelList organisationType,
      String organisationCode,
      String acceptLanguage) {
    verifikation.sendCode(call(), body.getKontaktdataType(), acceptLanguage);
    return Response.accepted().build();
  }

  @Override
  public Response verificerKontaktinformation(
      String cpr,
      VerificerKontaktinformationRequestType body,
      String requestId,
      String userId,
      RequestUserTypeCodelList userType,
      OrganisationTypeCodelList organisationType,
      String organisationCode) {
    verifikation.verify(call(), body.getKontaktdataType(), body.getVerifikationskode());
    return Response.noContent().build();
  }

  @Override
  public Response getKontaktinformationMobilNr(
      String mobiltelefon,
      String userId,
      RequestUserTypeCodelList userType,
      OrganisationTypeCodelList organisationType,
      String organisationCode) {
    return found(KontaktdataCodelList.Mobiltelefon, mobiltelefon);
  }

  @Override
  public Response getKontaktinformationEmail(
      String email,
      String userId,
      RequestUserTypeCodelList userType,
      OrganisationTypeCodelList organisationType,
      String organisationCode) {
    return found(KontaktdataCodelList.Mailadresse, email);
  }

  private Response found(KontaktdataCodelList type, String kontaktdata) {
    return json(KontaktinformationMapper.borgerer(lookup.find(call(), type, kontaktdata)));
  }

  private static Response json(Object entity) {
    return Response.ok(entity, MediaType.APPLICATION_JSON_TYPE).build();
  }

  private Call call() {
    return Call.of(request.get()).orElseThrow();
  }
}
