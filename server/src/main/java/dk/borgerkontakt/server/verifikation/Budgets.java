package dk.borgerkontakt.server.verifikation;

import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.verifikation.BeskedbudgetDao;
import dk.borgerkontakt.server.access.Today;
import dk.borgerkontakt.server.config.messages.MessageSettings.Limits;
import dk.borgerkontakt.server.identity.Caller;
import dk.borgerkontakt.server.kontaktinformation.Destinations;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.problem.Refusal;
import dk.borgerkontakt.server.telemetry.Counts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What messages may cost: to which countries they go, and how many a calendar day one organisation,
 * and the numbers that begin alike, can have sent.
 */
public final class Budgets {

  private static final String UNPAID = "unpaid";

  private final Limits limits;
  private final Destinations destinations;
  private final Today today;
  private final Counts<Unpaid> refusals;

  public Budgets(Limits limits, Destinations destinations, Today today, Counts<Unpaid> refusals) {
    this.limits = limits;
    this.destinations = destinations;
    this.today = today;
    this.refusals = refusals;
  }

  /** 9240 for a number of a country that codes are not sent to. */
  void checkCountry(Kontaktinformation address) {
    if (!destinations.isAllowed(address)) {
      refusals.count(Unpaid.COUNTRY);
      throw Refusal.at("/kontaktdataType", Fejlkode.VerifikationIkkeTilladt);
    }
  }

  /**
   * Takes one code of every budget that it counts for, else 90002 with the time until the next day.
   * To be called last in the transaction, for the rows are everybody's.
   */
  List<Spent> take(Handle handle, Caller caller, Kontaktinformation address, Kanal kanal) {
    BeskedbudgetDao dao = new BeskedbudgetDao(handle);
    LocalDate day = today.date();
    List<Spent> spent = new ArrayList<>();
    for (Budget budget : budgets(caller, address, kanal)) {
      int used =
          dao.tryTake(day, budget.key(), budget.size()).orElseThrow(() -> usedUp(budget, day));
      spent.add(new Spent(budget, used));
    }
    return spent;
  }

  /**
   * Takes a notice of the same budgets; false when one of them is used up, which costs the notice
   * and not the change that it tells of. To be called last in the transaction, too.
   */
  public boolean pays(Handle handle, Caller caller, Kontaktinformation address, Kanal kanal) {
    handle.savepoint(UNPAID);
    try {
      take(handle, caller, address, kanal).forEach(Spent::warn);
      return true;
    } catch (Refusal usedUp) {
      handle.rollbackToSavepoint(UNPAID);
      return false;
    }
  }

  private Refusal usedUp(Budget budget, LocalDate day) {
    refusals.count(budget.kind());
    return Refusal.tooMany(today.untilEndOf(day));
  }

  /** Always in one order, so that no two transactions wait for each other. */
  private List<Budget> budgets(Caller caller, Kontaktinformation address, Kanal kanal) {
    List<Budget> budgets = new ArrayList<>();
    if (limits.perOrganisation() > 0) {
      budgets.add(Budget.of(caller, limits.perOrganisation()));
    }
    if (kanal == Kanal.SMS) {
      limits.perPrefix().entrySet().stream()
          .filter(prefix -> address.kontaktdata().startsWith("+" + prefix.getKey()))
          .sorted(Map.Entry.comparingByKey())
          .forEach(prefix -> budgets.add(Budget.of(prefix.getKey(), prefix.getValue())));
    }
    return budgets;
  }
}
