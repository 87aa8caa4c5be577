package dk.borgerkontakt.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A review for people: by operation, what breaks first, one line a change. */
final class Report {

  private static final Pattern RESPONSE = Pattern.compile("response ([0-9]{3})(.*)");

  /** The way into a body; its stars are no emphasis. */
  private static final Pattern POINTER = Pattern.compile(" (/\\S+)$");

  private static final Map<Weight, String> LABELS =
      Map.of(Weight.BREAKS, "**breaks**", Weight.ADDS, "adds", Weight.TEXT, "text");

  private static final Map<Weight, String> CHANGED =
      Map.of(
          Weight.BREAKS, "Some of what clients send, expect or have generated no longer holds.",
          Weight.ADDS, "Clients of the released version go on unchanged, and may see or use more.",
          Weight.TEXT, "Clients see no difference; texts read otherwise.");

  private Report() {}

  static String markdown(Review review) {
    StringBuilder text = new StringBuilder();
    text.append("# Changes of the contract, ").append(review.released());
    text.append(" to ").append(review.current()).append("\n\n");
    text.append(verdict(review)).append("\n");
    review
        .groups()
        .forEach(
            (title, changes) -> {
              text.append("\n## ").append(title).append("\n\n");
              lines(changes).forEach(line -> text.append("- ").append(line).append("\n"));
            });
    return text.toString();
  }

  static String html(Review review) {
    String body =
        HtmlRenderer.builder()
            .escapeHtml(true)
            .build()
            .render(Parser.builder().build().parse(markdown(review)));
    return """
        <!DOCTYPE html>
        <html lang="en">
        <meta charset="utf-8">
        <title>Changes of the contract</title>
        <style>body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }</style>
        %s</html>
        """
        .formatted(body);
  }

  /** What the version number has to be, and whether it is. */
  static String verdict(Review review) {
    String changed = review.weight().map(CHANGED::get).orElse("Nothing has changed.");
    String number =
        review.isAdmitted()
            ? "Version " + review.current() + " admits it."
            : "Version "
                + review.current()
                + " does not admit it: it has to be "
                + review.least()
                + " at least.";
    return changed + " " + number;
  }

  /** A change that several responses share is told once. */
  private static List<String> lines(List<Change> changes) {
    Map<Change, List<String>> statuses = new LinkedHashMap<>();
    for (Change change : changes) {
      Matcher response = RESPONSE.matcher(change.place());
      boolean isOfResponse = response.matches();
      String place = isOfResponse ? response.group(2).strip() : change.place();
      List<String> of =
          statuses.computeIfAbsent(
              new Change(change.weight(), place, change.effect()), key -> new ArrayList<>());
      if (isOfResponse) {
        of.add(response.group(1));
      }
    }
    List<String> lines = new ArrayList<>();
    statuses.forEach((change, of) -> lines.add(line(change, of)));
    return lines;
  }

  private static String line(Change change, List<String> statuses) {
    List<String> words = new ArrayList<>(List.of(LABELS.getOrDefault(change.weight(), "") + ":"));
    if (!statuses.isEmpty()) {
      words.add((statuses.size() == 1 ? "response " : "responses ") + String.join(", ", statuses));
    }
    if (!change.place().isEmpty()) {
      words.add(POINTER.matcher(change.place()).replaceFirst(" `$1`"));
    }
    boolean hasPlace = words.size() > 1;
    return String.join(" ", words) + (hasPlace ? ": " : " ") + change.effect();
  }
}
