package dk.borgerkontakt.conformance.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was registered on each citizen before the kit changed anything. */
public final class Before {

  private final Map<String, Map<Integer, Registered>> registered = new LinkedHashMap<>();

  /** Notes it of the own citizens, who are changed by many rows; whoever can't be read has none. */
  public void noteOwn(Bench bench) {
    for (String cpr : bench.data().citizens().own()) {
      try {
        note(bench.person(cpr, "star"));
      } catch (RuntimeException unreadable) {
        // A row will say what is wrong.
      }
    }
  }

  /** Notes it, the first time that a citizen is to be changed. */
  void note(Person person) {
    if (!registered.containsKey(person.cpr())) {
      registered.put(person.cpr(), person.read());
    }
  }

  /** Puts everything back; tells how many citizens that failed for. */
  public int restore(Bench bench) {
    List<String> failed = new ArrayList<>();
    registered.forEach(
        (cpr, rows) -> {
          try {
            bench.person(cpr, "star").restore(rows);
          } catch (RuntimeException e) {
            failed.add(cpr);
          }
        });
    return failed.size();
  }
}
