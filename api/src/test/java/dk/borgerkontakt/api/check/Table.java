package dk.borgerkontakt.api.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A table among the test resources: cells between semicolons, headings first, # for comments. */
public record Table(List<String> headings, List<Map<String, String>> rows) {

  public static Table read(String resource) {
    List<String[]> lines =
        text(resource)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(";", -1))
            .toList();
    List<String> headings = List.of(lines.get(0));
    return new Table(
        headings, lines.stream().skip(1).map(cells -> row(resource, headings, cells)).toList());
  }

  private static Map<String, String> row(String resource, List<String> headings, String[] cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(resource + ": " + String.join(";", cells));
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i++) {
      row.put(headings.get(i), cells[i]);
    }
    return row;
  }

  /** The cells of one column. */
  public List<String> column(String heading) {
    List<String> column = new ArrayList<>();
    rows.forEach(row -> column.add(row.get(heading)));
    return column;
  }

  private static String text(String resource) {
    try (InputStream stream = Table.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
