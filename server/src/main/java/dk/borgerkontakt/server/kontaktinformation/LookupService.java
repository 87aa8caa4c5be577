package dk.borgerkontakt.server.kontaktinformation;

import dk.borgerkontakt.api.model.KontaktdataCodelList;
import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.kontaktinformation.KontaktinformationDao;
import dk.borgerkontakt.persistence.register.Borger;
import dk.borgerkontakt.server.access.AccessRule;
import dk.borgerkontakt.server.audit.Auditor;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.problem.Refusal;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Finds citizens by a number or an address that is registered for them. */
public final class LookupService {

  private final Database database;
  private final KontaktdataNormaliser normaliser;
  private final AccessRule accessRule;
  private final Auditor auditor;

  public LookupService(
      Database database, KontaktdataNormaliser normaliser, AccessRule accessRule, Auditor auditor) {
    this.database = database;
    this.normaliser = normaliser;
    this.accessRule = accessRule;
    this.auditor = auditor;
  }

  /**
   * Those who have it and whom the caller may see, by CPR number; 9156 or 9158 for what it can't
   * be.
   */
  public List<Borger> find(Call call, KontaktdataCodelList type, String kontaktdata) {
    String normalised = normalise(call, type, kontaktdata);
    List<Borger> found = database.withHandle(handle -> permitted(handle, call, type, normalised));
    auditor.found(call, found);
    return found;
  }

  private String normalise(Call call, KontaktdataCodelList type, String kontaktdata) {
    try {
      return normaliser.normalise(type, kontaktdata);
    } catch (UgyldigKontaktdataException invalid) {
      throw Refusal.at(call.operation().askedParameter(), invalid.code());
    }
  }

  private List<Borger> permitted(
      Handle handle, Call call, KontaktdataCodelList type, String kontaktdata) {
    List<Borger> having = new KontaktinformationDao(handle).findBorgere(type.value(), kontaktdata);
    Set<Long> permitted =
        accessRule.permitted(handle, call, having.stream().map(Borger::id).toList());
    return having.stream().filter(borger -> permitted.contains(borger.id())).toList();
  }
}
