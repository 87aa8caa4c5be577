package dk.borgerkontakt.server.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table written by hand, beside this class in the test resources. */
final class Table {

  private Table() {}

  /** The rows, each by the names of its columns; lines with a number sign are remarks. */
  static List<Map<String, String>> read(String name) {
    List<String[]> lines = new ArrayList<>();
    try (InputStream file = Table.class.getResourceAsStream(name)) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> lines.add(line.split(",", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String[] names = lines.remove(0);
    return lines.stream().map(cells -> row(names, cells)).toList();
  }

  private static Map<String, String> row(String[] names, String[] cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      row.put(names[i], cells[i]);
    }
    return row;
  }
}
