package dk.borgerkontakt.server.access;

import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import dk.borgerkontakt.persistence.register.Gaesteadgang;
import dk.borgerkontakt.persistence.register.GaesteadgangDao;
import dk.borgerkontakt.persistence.register.Tilknytning;
import dk.borgerkontakt.persistence.register.TilknytningDao;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.contract.AccessColumn;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** The eight columns of the access matrix: which citizens each of them means. */
public final class AccessRule {

  private final AccessRows rows;
  private final Today today;
  private final int formerDays;

  /**
   * @param formerDays how many days "Tidligere egne borgere" reaches beyond an attachment
   */
  public AccessRule(AccessRows rows, Today today, int formerDays) {
    this.rows = rows;
    this.today = today;
    this.formerDays = formerDays;
  }

  /** Those of the citizens, by id, that the caller may act on. */
  public Set<Long> permitted(Handle handle, Call call, Collection<Long> borgerIds) {
    Set<Long> permitted = new HashSet<>();
    for (AccessColumn column : rows.columns(call)) {
      permitted.addAll(meant(column, handle, call, borgerIds));
    }
    return permitted;
  }

  /** Asks the register for what the column needs to know, and for nothing else. */
  private Collection<Long> meant(
      AccessColumn column, Handle handle, Call call, Collection<Long> borgerIds) {
    return switch (column) {
      case ALLE_BORGERE, ANDEN_AKTOER_ALLE_BORGERE, SYSTEM_ALLE_BORGERE -> borgerIds;
      case EGNE_BORGERE, ANDEN_AKTOER_EGNE_BORGERE ->
          attached(handle, call, borgerIds, this::isCurrent);
      case TIDLIGERE_EGNE_BORGERE -> attached(handle, call, borgerIds, this::isFormer);
      case GAESTEADGANG, ANDEN_AKTOER_GAESTEADGANG -> guests(handle, call, borgerIds);
    };
  }

  private static List<Long> attached(
      Handle handle, Call call, Collection<Long> borgerIds, Predicate<Tilknytning> counts) {
    return new TilknytningDao(handle)
        .findByBorgere(borgerIds).stream()
            .filter(row -> isJudgedBy(call, row.organisationstype(), row.kode()))
            .filter(counts)
            .map(Tilknytning::borgerId)
            .toList();
  }

  private List<Long> guests(Handle handle, Call call, Collection<Long> borgerIds) {
    return new GaesteadgangDao(handle)
        .findByBorgere(borgerIds).stream()
            .filter(row -> isJudgedBy(call, row.organisationstype(), row.kode()))
            .filter(row -> !today.isOver(row.udloeber(), 0))
            .map(Gaesteadgang::borgerId)
            .toList();
  }

  private boolean isCurrent(Tilknytning row) {
    return today.isWithin(row.fra(), row.til());
  }

  /**
   * For an a-kasse the window opens before the membership; for the others it opens when it ends.
   */
  private boolean isFormer(Tilknytning row) {
    if (row.organisationstype() == OrganisationTypeCodelList.AKasse.value()) {
      return today.isWithin(row.fra(), row.til(), formerDays, formerDays);
    }
    return today.isOver(row.til(), 0) && !today.isOver(row.til(), formerDays);
  }

  /** Another actor is judged as the job centre that it acts for. */
  private static boolean isJudgedBy(Call call, int organisationstype, String kode) {
    OrganisationTypeCodelList type = call.caller().organisationType();
    OrganisationTypeCodelList judged =
        type == OrganisationTypeCodelList.AndenAktoer ? OrganisationTypeCodelList.Jobcenter : type;
    return judged.value() == organisationstype && Objects.equals(call.actingFor(), kode);
  }
}
