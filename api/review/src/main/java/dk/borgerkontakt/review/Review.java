package dk.borgerkontakt.review;

import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The review of a changed contract against the released one.
 *
 * @param groups the changes by the operation that they are of, the heaviest first; what is of no
 *     single operation comes last
 * @param secondOpinion what a library finds that knows OpenAPI, but not us
 */
record Review(
    Version released,
    Version current,
    Map<String, List<Change>> groups,
    SecondOpinion secondOpinion) {

  private static final String WHOLE = "The contract as a whole";
  private static final String UNSEEN =
      "openapi-diff finds it incompatible, where the review sees nothing";

  static Review of(Contract released, Contract current) {
    Map<String, Operation> before = operations(released);
    Map<String, Operation> after = operations(current);
    SecondOpinion opinion = SecondOpinion.of(released, current);
    Map<String, List<Change>> groups = new LinkedHashMap<>();
    Set<String> all = new LinkedHashSet<>(after.keySet());
    all.addAll(before.keySet());
    for (String address : all) {
      List<Change> changes = changes(before.get(address), after.get(address));
      if (opinion.incompatible().contains(address) && isTextAlone(changes)) {
        changes.add(new Change(Weight.BREAKS, "", UNSEEN));
      }
      Operation named = after.getOrDefault(address, before.get(address));
      put(groups, named == null ? address : named.id() + " (" + address + ")", changes);
    }
    put(groups, WHOLE, Comparison.of(ContractFacts.of(released), ContractFacts.of(current)));
    return new Review(version(released), version(current), groups, opinion);
  }

  private static List<Change> changes(@Nullable Operation before, @Nullable Operation after) {
    return before == null || after == null
        ? Comparison.of(presence(before), presence(after))
        : Comparison.of(OperationFacts.of(before), OperationFacts.of(after));
  }

  private static boolean isTextAlone(List<Change> changes) {
    return changes.stream().allMatch(change -> change.weight() == Weight.TEXT);
  }

  private static Map<Fact, String> presence(@Nullable Operation operation) {
    return operation == null
        ? Map.of()
        : Map.of(new Fact("", Fact.Way.NEITHER, "operation", ""), operation.id());
  }

  private static void put(Map<String, List<Change>> groups, String title, List<Change> changes) {
    if (!changes.isEmpty()) {
      List<Change> sorted = new ArrayList<>(changes);
      sorted.sort(Comparator.comparing(Change::weight).reversed());
      groups.put(title, sorted);
    }
  }

  private static Map<String, Operation> operations(Contract contract) {
    Map<String, Operation> operations = new LinkedHashMap<>();
    for (Operation operation : contract.operations()) {
      String address = operation.method().toUpperCase(Locale.ROOT) + " " + operation.path();
      operations.put(address, operation);
    }
    return operations;
  }

  private static Version version(Contract contract) {
    return Version.of(contract.at("/info").text("version"));
  }

  /** The heaviest change that there is. */
  Optional<Weight> weight() {
    return groups.values().stream()
        .map(Review::heaviest)
        .filter(weight -> weight != null)
        .max(Comparator.naturalOrder());
  }

  private static @Nullable Weight heaviest(List<Change> changes) {
    return changes.stream().map(Change::weight).max(Comparator.naturalOrder()).orElse(null);
  }

  /** The least version that the changed contract may have. */
  Version least() {
    return weight().map(released::after).orElse(released);
  }

  /** Whether the version number says as much as has changed. */
  boolean isAdmitted() {
    return current.compareTo(least()) >= 0;
  }
}
