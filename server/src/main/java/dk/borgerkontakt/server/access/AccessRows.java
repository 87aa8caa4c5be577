package dk.borgerkontakt.server.access;

import static dk.borgerkontakt.server.contract.AccessColumn.ALLE_BORGERE;
import static dk.borgerkontakt.server.contract.AccessColumn.ANDEN_AKTOER_ALLE_BORGERE;
import static dk.borgerkontakt.server.contract.AccessColumn.ANDEN_AKTOER_EGNE_BORGERE;
import static dk.borgerkontakt.server.contract.AccessColumn.ANDEN_AKTOER_GAESTEADGANG;
import static dk.borgerkontakt.server.contract.AccessColumn.EGNE_BORGERE;
import static dk.borgerkontakt.server.contract.AccessColumn.GAESTEADGANG;
import static dk.borgerkontakt.server.contract.AccessColumn.SYSTEM_ALLE_BORGERE;
import static dk.borgerkontakt.server.contract.AccessColumn.TIDLIGERE_EGNE_BORGERE;

import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.contract.AccessColumn;
import dk.borgerkontakt.server.contract.AccessMatrix;
import dk.borgerkontakt.server.contract.CodeList;
import dk.borgerkontakt.server.contract.Contract;
import java.util.EnumSet;
import java.util.Set;

/** Which columns of the operation's matrix count for a kind of caller. */
public final class AccessRows {

  private static final Set<AccessColumn> OWN_NAME =
      EnumSet.of(ALLE_BORGERE, EGNE_BORGERE, TIDLIGERE_EGNE_BORGERE, GAESTEADGANG);
  private static final Set<AccessColumn> FOR_A_JOB_CENTRE =
      EnumSet.of(ANDEN_AKTOER_EGNE_BORGERE, ANDEN_AKTOER_GAESTEADGANG, ANDEN_AKTOER_ALLE_BORGERE);

  private final CodeList organisationTypes;

  public AccessRows(Contract contract) {
    this.organisationTypes = contract.codeList(OrganisationTypeCodelList.class);
  }

  /** The columns with an X for the caller; none means that its kind may not use the operation. */
  Set<AccessColumn> columns(Call call) {
    AccessMatrix matrix = call.operation().matrix();
    OrganisationTypeCodelList type = call.caller().organisationType();
    if (type == OrganisationTypeCodelList.System) {
      return matrix.anyRowHas(SYSTEM_ALLE_BORGERE) ? Set.of(SYSTEM_ALLE_BORGERE) : Set.of();
    }
    Set<AccessColumn> columns = EnumSet.noneOf(AccessColumn.class);
    columns.addAll(matrix.row(organisationTypes.text("x-enum-raekker", type.value())));
    columns.retainAll(type == OrganisationTypeCodelList.AndenAktoer ? FOR_A_JOB_CENTRE : OWN_NAME);
    return columns;
  }
}
