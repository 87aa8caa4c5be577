package dk.borgerkontakt.conformance.row;

import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the contract says in words: the list of checks, the chapters of its introduction, and the
 * bullets of each operation.
 */
final class Prose {

  /** Chapters that say nothing of their own: tables of the operations, the steps, the notation. */
  private static final Set<String> ELSEWHERE =
      Set.of("Hvem må hvad", "Rækkefølgen af kontroller", "Kontraktens udvidelser");

  private static final Pattern BULLET = Pattern.compile("(?m)^- (.*(?:\\R {2}.*)*)");
  private static final Pattern NUMBERED = Pattern.compile("(?m)^\\d+\\. (.*)$");
  private static final Pattern CODE = Pattern.compile("\\b\\d{4,5}\\b");
  private static final Pattern ORDERED = Pattern.compile("(?i)rækkefølge:");
  private static final int SHORT = 60;

  private final String introduction;
  private final List<String> steps;

  Prose(Contract contract) {
    introduction = contract.at("/info").text("description");
    steps = found(NUMBERED, introduction);
  }

  /** The chapters whose rules hold for all operations. */
  List<Row> chapters() {
    List<Row> rows = new ArrayList<>();
    for (String chapter : Arrays.asList(introduction.split("(?m)^## ")).stream().skip(1).toList()) {
      String title = chapter.lines().findFirst().orElseThrow();
      if (!ELSEWHERE.contains(title)) {
        String text = oneLine(chapter.substring(title.length()));
        rows.add(new Row(Optional.empty(), "kontrakten", title, text, new Subject.Rule(title)));
      }
    }
    return rows;
  }

  /** The steps that an operation takes part in. */
  List<Row> steps(Operation operation) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Subject.Step step = new Subject.Step(i + 1, codes(steps.get(i)));
      if (concerns(step, operation)) {
        rows.add(Row.of(operation, "rækkefølge " + step.number(), steps.get(i), step));
      }
    }
    return rows;
  }

  /** A step without a code of its own stands for the operation's own order, where it has one. */
  private static boolean concerns(Subject.Step step, Operation operation) {
    if (step.codes().isEmpty()) {
      return ORDERED.matcher(operation.place().text("description")).find();
    }
    return step.codes().stream().anyMatch(operation.codes()::contains);
  }

  private static List<Integer> codes(String line) {
    return CODE.matcher(line).results().map(MatchResult::group).map(Integer::valueOf).toList();
  }

  /** What an operation's description lists. */
  static List<Row> bullets(Operation operation) {
    return found(BULLET, operation.place().text("description")).stream()
        .map(Prose::oneLine)
        .map(text -> Row.of(operation, "regel: " + start(text), text, new Subject.Rule(text)))
        .toList();
  }

  private static String start(String text) {
    return text.length() <= SHORT ? text : text.substring(0, text.lastIndexOf(' ', SHORT)) + " …";
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
