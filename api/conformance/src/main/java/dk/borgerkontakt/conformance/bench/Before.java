package dk.borgerkontakt.conformance.bench;

import dk.borgerkontakt.conformance.data.TestData;
import dk.borgerkontakt.conformance.data.TestData.Probe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was registered on each citizen before the kit changed anything. */
public final class Before {

  private final Map<String, Map<Integer, Registered>> registered = new LinkedHashMap<>();

  /** Notes it of everybody whom a row may change; whoever can't be read has none. */
  public void noteAll(Bench bench) {
    for (String cpr : everybody(bench.data())) {
      try {
        note(bench.person(cpr, "star"));
      } catch (RuntimeException unreadable) {
        // A row will say what is wrong.
      }
    }
  }

  /** The dead can't be changed, and not be put back. */
  private static Set<String> everybody(TestData data) {
    Set<String> all = new LinkedHashSet<>(data.citizens().own());
    all.add(data.citizens().reminded());
    all.add(data.citizens().foreign());
    data.access().stream().map(Probe::citizen).forEach(all::add);
    all.remove(data.citizens().dead());
    return all;
  }

  /** Notes it, the first time that a citizen is to be changed. */
  void note(Person person) {
    if (!registered.containsKey(person.cpr())) {
      registered.put(person.cpr(), person.read());
    }
  }

  /** Puts back, statuses too, what is another now; tells how many citizens that failed for. */
  public int restore(Bench bench) {
    List<String> failed = new ArrayList<>();
    registered.forEach(
        (cpr, rows) -> {
          try {
            restore(bench.person(cpr, "star"), rows);
          } catch (RuntimeException e) {
            failed.add(cpr);
          }
        });
    return failed.size();
  }

  private static void restore(Person person, Map<Integer, Registered> rows) {
    if (!person.read().equals(rows)) {
      person.restore(rows);
    }
  }
}
