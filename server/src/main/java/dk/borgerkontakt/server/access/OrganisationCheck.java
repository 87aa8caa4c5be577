package dk.borgerkontakt.server.access;

import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.organisation.DelegeringDao;
import dk.borgerkontakt.persistence.organisation.OrganisationDao;
import dk.borgerkontakt.server.call.ActingUser;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.contract.CodeList;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.identity.Caller;
import dk.borgerkontakt.server.problem.Fault;
import dk.borgerkontakt.server.problem.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Whether the calling organisation is one that the register knows, whether another actor acts for a
 * job centre that has delegated to it, and whether its kind may use the operation at all.
 */
public final class OrganisationCheck {

  private final Database database;
  private final CodeList organisationTypes;
  private final AccessRows rows;
  private final Today today;

  public OrganisationCheck(Database database, Contract contract, AccessRows rows, Today today) {
    this.database = database;
    this.organisationTypes = contract.codeList(OrganisationTypeCodelList.class);
    this.rows = rows;
    this.today = today;
  }

  /**
   * Notes whom the call acts for, else 4985, 4986, 1013, or 1014 for the two headers of another
   * actor. From any other caller these are ignored: nobody after this sees them.
   */
  public void check(Call call, ContainerRequestContext request) {
    if (call.caller().organisationType() != OrganisationTypeCodelList.AndenAktoer) {
      request.getHeaders().remove(ActingUser.ORGANISATION_TYPE);
      request.getHeaders().remove(ActingUser.ORGANISATION_CODE);
    }
    database.useHandle(handle -> checkRegistered(call, request, handle));
    if (rows.columns(call).isEmpty()) {
      throw new Refusal(Fejlkode.InsufficientPermissions);
    }
  }

  private void checkRegistered(Call call, ContainerRequestContext request, Handle handle) {
    Caller caller = call.caller();
    switch (caller.organisationType()) {
      case STAR, System -> call.actsFor(null);
      case AndenAktoer -> {
        checkKnown(handle, caller.organisationType(), caller.organisationCode());
        call.actsFor(delegatingJobcenter(call, request, handle));
      }
      default -> {
        checkKnown(handle, caller.organisationType(), caller.organisationCode());
        call.actsFor(caller.organisationCode());
      }
    }
  }

  private void checkKnown(Handle handle, OrganisationTypeCodelList type, @Nullable String code) {
    if (code == null || !new OrganisationDao(handle).exists(type.value(), code)) {
      throw new Refusal(
          Fejlkode.fromValue(organisationTypes.number("x-enum-fejlkoder", type.value())));
    }
  }

  private String delegatingJobcenter(Call call, ContainerRequestContext request, Handle handle) {
    String jobcenter = namedJobcenter(request);
    checkKnown(handle, OrganisationTypeCodelList.Jobcenter, jobcenter);
    String cvr = Objects.requireNonNull(call.caller().organisationCode());
    boolean delegated =
        new DelegeringDao(handle)
            .find(cvr, jobcenter).stream()
                .anyMatch(delegering -> today.isWithin(delegering.fra(), delegering.til()));
    if (!delegated) {
      throw new Refusal(Fejlkode.InsufficientPermissions);
    }
    return jobcenter;
  }

  private static String namedJobcenter(ContainerRequestContext request) {
    String type = only(request, ActingUser.ORGANISATION_TYPE);
    String code = only(request, ActingUser.ORGANISATION_CODE);
    List<Fault> faults = new ArrayList<>();
    if (!OrganisationTypeCodelList.Jobcenter.toString().equals(type)) {
      faults.add(fault(ActingUser.ORGANISATION_TYPE, type));
    }
    if (code.isEmpty()) {
      faults.add(fault(ActingUser.ORGANISATION_CODE, code));
    }
    if (!faults.isEmpty()) {
      throw new Refusal(Fejlkode.FailedToValidateMessage, faults);
    }
    return code;
  }

  /** The header's value; empty when there is none, or more than one to choose from. */
  private static String only(ContainerRequestContext request, String header) {
    List<String> values = request.getHeaders().getOrDefault(header, List.of());
    return values.size() == 1 ? values.get(0) : "";
  }

  private static Fault fault(String header, String value) {
    String text = value.isEmpty() ? "skal angives én gang" : "skal nævne et jobcenter";
    return new Fault(header, Fejlkode.FailedToValidateMessage, text);
  }
}
