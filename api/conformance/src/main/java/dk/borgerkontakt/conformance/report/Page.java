package dk.borgerkontakt.conformance.report;

import dk.borgerkontakt.conformance.report.Outcome.State;
import dk.borgerkontakt.conformance.row.Subject;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report as its template reads it. */
record Page(Outcomes outcomes, String start, String verdict, List<Group> groups) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

  static Page of(Outcomes outcomes) {
    List<Group> groups = new ArrayList<>();
    outcomes.groups().forEach((name, rows) -> groups.add(Group.of(name, rows)));
    String start = TIME.format(ZonedDateTime.ofInstant(outcomes.start(), ZoneId.systemDefault()));
    return new Page(outcomes, start, outcomes.verdict(), groups);
  }

  int total() {
    return outcomes.all().size();
  }

  int passed() {
    return outcomes.count(State.PASSED);
  }

  int failed() {
    return outcomes.count(State.FAILED);
  }

  int skipped() {
    return outcomes.count(State.SKIPPED);
  }

  boolean hasFailed() {
    return failed() > 0;
  }

  long seconds() {
    return outcomes.time().toSeconds();
  }

  List<PageRow> failures() {
    return outcomes.in(State.FAILED).stream().map(PageRow::new).toList();
  }

  /** An operation, or what is said of all of them. */
  record Group(
      String name, String request, int passed, int failed, int skipped, List<Table> tables) {

    static Group of(String name, List<Outcome> outcomes) {
      Map<String, List<PageRow>> tables = new LinkedHashMap<>();
      for (Outcome outcome : outcomes) {
        String title = title(outcome.row().subject());
        tables.computeIfAbsent(title, key -> new ArrayList<>()).add(new PageRow(outcome));
      }
      String request =
          outcomes
              .get(0)
              .row()
              .operation()
              .map(one -> one.method().toUpperCase(Locale.ROOT) + " " + one.path())
              .orElse("what holds for all operations");
      return new Group(
          name,
          request,
          count(outcomes, State.PASSED),
          count(outcomes, State.FAILED),
          count(outcomes, State.SKIPPED),
          tables.entrySet().stream().map(one -> new Table(one.getKey(), one.getValue())).toList());
    }

    boolean hasFailed() {
      return failed > 0;
    }

    boolean hasSkipped() {
      return skipped > 0;
    }

    private static int count(List<Outcome> outcomes, State state) {
      return (int) outcomes.stream().filter(outcome -> outcome.is(state)).count();
    }

    private static String title(Subject subject) {
      if (subject instanceof Subject.Element element) {
        return element.isInput() ? "Input" : "Output";
      }
      return Map.of(
              Subject.Code.class, "Fejlkoder",
              Subject.Success.class, "Success",
              Subject.Header.class, "Headers of the answers",
              Subject.Cell.class, "Tilladte organisationer",
              Subject.Step.class, "Rækkefølgen af kontroller",
              Subject.Rule.class, "Rules in words")
          .getOrDefault(subject.getClass(), "Rows");
    }
  }

  /** The rows of one kind. */
  record Table(String title, List<PageRow> rows) {}
}
