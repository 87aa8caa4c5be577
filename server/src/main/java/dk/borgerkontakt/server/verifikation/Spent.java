package dk.borgerkontakt.server.verifikation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One code taken of a budget.
 *
 * @param used how many of the day's are used with it
 */
record Spent(Budget budget, int used) {

  private static final Logger LOG = LoggerFactory.getLogger(Spent.class);

  /**
   * Warns once a day at four fifths and at the end. For after the commit: a code that was rolled
   * back is taken again, and would be told again.
   */
  void warn() {
    if (used == budget.size()) {
      LOG.warn("{}: all {} codes of the day are used", budget, used);
    } else if (used == fourFifths()) {
      LOG.warn("{}: {} of {} codes of the day are used", budget, used, budget.size());
    }
  }

  private int fourFifths() {
    return (int) ((budget.size() * 4L + 4) / 5);
  }
}
