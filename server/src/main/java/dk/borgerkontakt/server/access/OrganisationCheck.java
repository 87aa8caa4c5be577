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

  /** Notes whom the call acts for, else 4985, 4986, 1013, or 1014 for the two headers. */
  public void check(Call call) {
    database.useHandle(handle -> checkRegistered(call, handle));
    if (rows.columns(call).isEmpty()) {
      throw new Refusal(Fejlkode.InsufficientPermissions);
    }
  }

  private void checkRegistered(Call call, Handle handle) {
    Caller caller = call.caller();
    switch (caller.organisationType()) {
      case STAR, System -> call.actsFor(null);
      case AndenAktoer -> {
        checkKnown(handle, caller.organisationType(), caller.organisationCode());
        call.actsFor(delegatingJobcenter(call, handle));
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

  private String delegatingJobcenter(Call call, Handle handle) {
    String jobcenter = namedJobcenter(call.actingUser());
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

  private static String namedJobcenter(ActingUser user) {
    String type = user.onBehalfOfType();
    String code = user.onBehalfOfCode();
    List<Fault> faults = new ArrayList<>();
    if (!OrganisationTypeCodelList.Jobcenter.toString().equals(type)) {
      faults.add(fault(ActingUser.ORGANISATION_TYPE, type));
    }
    if (code == null || code.isEmpty()) {
      faults.add(fault(ActingUser.ORGANISATION_CODE, code));
    }
    if (code == null || !faults.isEmpty()) {
      throw new Refusal(Fejlkode.FailedToValidateMessage, faults);
    }
    return code;
  }

  private static Fault fault(String header, @Nullable String value) {
    String text = value == null ? "mangler" : "skal nævne et jobcenter";
    return new Fault(header, Fejlkode.FailedToValidateMessage, text);
  }
}
