package dk.borgerkontakt.persistence.verifikation;

import dk.borgerkontakt.persistence.Purge;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/**
 * What is used of the budgets of each day. Everybody who sends at the same time writes the same few
 * rows: take them last in a transaction, and several always in the same order.
 */
public final class BeskedbudgetDao {

  private final Handle handle;

  public BeskedbudgetDao(Handle handle) {
    this.handle = handle;
  }

  private static final String COUNT =
      """
      update beskedbudget set antal = antal + 1 where dag = ? and noegle = ? and antal < ?\
      """;

  private static final String BEGIN =
      """
      insert into beskedbudget (dag, noegle, antal) values (?, ?, 1) on conflict do nothing\
      """;

  /**
   * Takes one of a day's budget, and returns how many are used with it; empty when all are. Of any
   * number of callers at once no more than the budget take one; a rollback gives it back.
   *
   * @param noegle what the budget is kept of, at most 40 characters
   */
  public OptionalInt tryTake(LocalDate dag, String noegle, int budget) {
    if (budget <= 0) {
      return OptionalInt.empty();
    }
    OptionalInt used = count(dag, noegle, budget);
    if (used.isPresent()) {
      return used;
    }
    // The day's first, or used up; or somebody else's first, which the insert has waited for.
    return handle.execute(BEGIN, dag, noegle) == 1 ? OptionalInt.of(1) : count(dag, noegle, budget);
  }

  private OptionalInt count(LocalDate dag, String noegle, int budget) {
    Optional<Integer> used =
        handle
            .createUpdate(COUNT)
            .bind(0, dag)
            .bind(1, noegle)
            .bind(2, budget)
            .executeAndReturnGeneratedKeys("antal")
            .mapTo(Integer.class)
            .findOne();
    return used.isPresent() ? OptionalInt.of(used.get()) : OptionalInt.empty();
  }

  private static final Purge PURGE = new Purge("beskedbudget", "dag");

  /** Deletes budgets of the days before this one, at most so many, and returns how many. */
  public int purgeBefore(LocalDate dag, int limit) {
    return PURGE.execute(handle, dag, limit);
  }
}
