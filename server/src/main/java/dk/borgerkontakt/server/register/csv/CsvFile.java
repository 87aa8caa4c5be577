package dk.borgerkontakt.server.register.csv;

import dk.borgerkontakt.server.register.csv.LineReader.Line;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with a header, read row by row. A row is one line: none of our columns holds line
 * breaks, and so a stray quote costs its own row and not the rest of the file.
 */
public final class CsvFile implements Closeable {
  private final LineReader lines;
  private final long size;
  private final Map<String, Integer> positions;
  private final List<String> headerFaults;

  private CsvFile(LineReader lines, long size, List<String> columns) throws IOException {
    this.lines = lines;
    this.size = size;
    List<String> header = header(lines.next());
    positions = positions(header);
    headerFaults = headerFaults(header, columns);
  }

  /** Opens the file and reads its header, which must have these columns in any order. */
  public static CsvFile open(Path path, List<String> columns) throws IOException {
    LineReader lines = new LineReader(Files.newInputStream(path));
    try {
      return new CsvFile(lines, Files.size(path), columns);
    } catch (IOException | RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  /** What is wrong with the header; while anything is, the rows mean nothing. */
  public List<String> headerFaults() {
    return headerFaults;
  }

  /** The next row that isn't empty, or null at the end. */
  public @Nullable CsvRow next() throws IOException {
    Line line = lines.next();
    while (line != null && line.text().isEmpty()) {
      line = lines.next();
    }
    return line == null ? null : new CsvRow(line, positions);
  }

  /** How much of the file is read, from 0 to 1. */
  public double share() {
    return size == 0 ? 1 : Math.min(1, (double) lines.bytesRead() / size);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private static List<String> header(@Nullable Line line) {
    if (line == null || line.text().isEmpty()) {
      return List.of();
    }
    try {
      return CsvRow.split(line);
    } catch (RejectedRowException e) {
      return List.of(line.text());
    }
  }

  private static Map<String, Integer> positions(List<String> header) {
    Map<String, Integer> positions = new LinkedHashMap<>();
    header.forEach(column -> positions.putIfAbsent(column, positions.size()));
    return positions;
  }

  private static List<String> headerFaults(List<String> header, List<String> columns) {
    List<String> faults = new ArrayList<>();
    if (header.isEmpty()) {
      return List.of("has no header line");
    }
    Set<String> unknown = new LinkedHashSet<>(header);
    columns.forEach(unknown::remove);
    unknown.forEach(column -> faults.add("unknown column " + printable(column, header)));
    columns.stream()
        .filter(column -> !header.contains(column))
        .forEach(column -> faults.add("column " + column + " is missing"));
    columns.stream()
        .filter(column -> header.indexOf(column) != header.lastIndexOf(column))
        .forEach(column -> faults.add("column " + column + " is there twice"));
    return faults;
  }

  /** Where the header is missing, the first row stands in its place, with somebody's data. */
  private static String printable(String column, List<String> header) {
    return column.matches("[A-Za-z_]{1,40}") ? column : "number " + (header.indexOf(column) + 1);
  }
}
