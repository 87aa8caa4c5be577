package dk.borgerkontakt.conformance.check;

import dk.borgerkontakt.conformance.row.Subject.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was seen of each header of each response in the whole run. */
public final class Observations {

  private final Map<String, List<String>> faults = new ConcurrentHashMap<>();

  void add(String operation, Header header, List<String> seen) {
    faults
        .computeIfAbsent(key(operation, header), key -> new CopyOnWriteArrayList<>())
        .addAll(seen);
  }

  /** Whether the response was seen at all. */
  public boolean isSeen(String operation, Header header) {
    return faults.containsKey(key(operation, header));
  }

  /** The faults of a header, each once. */
  public List<String> faults(String operation, Header header) {
    return new ArrayList<>(faults.getOrDefault(key(operation, header), List.of()))
        .stream().distinct().toList();
  }

  private static String key(String operation, Header header) {
    return operation + " " + header.status() + " " + header.name();
  }
}
