package dk.borgerkontakt.server.access;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The day that attachments, accesses and budgets are judged by. Both ends of a period are in it.
 */
public final class Today {

  private final Clock clock;
  private final ZoneId zone;

  public Today(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /** The current day in the configured zone. */
  public LocalDate date() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** The time until the day is over; zero or less when it is. A day may have 23 or 25 hours. */
  public Duration untilEndOf(LocalDate day) {
    return Duration.between(clock.instant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** Whether today is in the period; a missing end is open. */
  public boolean isWithin(LocalDate from, @Nullable LocalDate to) {
    return isWithin(from, to, 0, 0);
  }

  /** Whether today is in the period, which begins and ends so many days earlier and later. */
  boolean isWithin(LocalDate from, @Nullable LocalDate to, int daysBefore, int daysAfter) {
    LocalDate date = date();
    return !date.isBefore(from.minusDays(daysBefore)) && !isOver(to, daysAfter);
  }

  /** Whether the period that ends on this day, and so many days more, is over. */
  boolean isOver(@Nullable LocalDate to, int daysAfter) {
    return to != null && date().isAfter(to.plusDays(daysAfter));
  }
}
