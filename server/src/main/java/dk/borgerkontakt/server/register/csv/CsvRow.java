package dk.borgerkontakt.server.register.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import dk.borgerkontakt.server.register.csv.LineReader.Line;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row, whose fields are asked for by column and type. Whatever can't be given is a {@link
 * RejectedRowException}, the row's own form too. An empty field is null.
 */
public final class CsvRow {
  private static final String FIELD = "(?:\"(?:[^\"]++|\"\")*+\"|[^\",]*+)";
  private static final Pattern RFC_4180 = Pattern.compile(FIELD + "(?:," + FIELD + ")*+");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final Line line;
  private final Map<String, Integer> positions;
  private @Nullable List<String> fields;

  CsvRow(Line line, Map<String, Integer> positions) {
    this.line = line;
    this.positions = positions;
  }

  /** The number of its line in the file, from 1. */
  public long line() {
    return line.number();
  }

  /** The row as it stands in the file. */
  public String text() {
    return line.text();
  }

  /** The field of the column, or null when it is empty. */
  public @Nullable String optional(String column) throws RejectedRowException {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalArgumentException("No column " + column);
    }
    String field = fields().get(position);
    return field.isEmpty() ? null : field;
  }

  /** The field, which must not be empty nor longer than this. */
  public String text(String column, int longest) throws RejectedRowException {
    String field = optional(column);
    if (field == null) {
      throw new RejectedRowException(column + " is empty");
    }
    if (field.length() > longest) {
      throw new RejectedRowException(column + " is longer than " + longest + " characters");
    }
    return field;
  }

  /** The field as a whole number without leading zeros. */
  public int integer(String column) throws RejectedRowException {
    String field = text(column, LineReader.LONGEST);
    if (!field.matches("0|[1-9][0-9]{0,8}")) {
      throw new RejectedRowException(column + " is no whole number");
    }
    return Integer.parseInt(field);
  }

  /** The field as true or false. */
  public boolean truth(String column) throws RejectedRowException {
    String field = text(column, LineReader.LONGEST);
    if (!field.equals("true") && !field.equals("false")) {
      throw new RejectedRowException(column + " is neither true nor false");
    }
    return field.equals("true");
  }

  /** The field as a day (ISO 8601: 2026-01-31). */
  public LocalDate date(String column) throws RejectedRowException {
    return parseDate(column, text(column, LineReader.LONGEST));
  }

  /** The field as a day, or null when it is empty. */
  public @Nullable LocalDate optionalDate(String column) throws RejectedRowException {
    String field = optional(column);
    return field == null ? null : parseDate(column, field);
  }

  /** Never the row itself, which is somebody's data. */
  @Override
  public String toString() {
    return "row of line " + line.number();
  }

  private static LocalDate parseDate(String column, String field) throws RejectedRowException {
    try {
      if (field.matches("\\d{4}-\\d\\d-\\d\\d")) {
        return LocalDate.parse(field);
      }
    } catch (DateTimeException e) {
      // Told below, in the same words as any other text that is no date.
    }
    throw new RejectedRowException(column + " is no date like 2026-01-31");
  }

  private List<String> fields() throws RejectedRowException {
    if (fields == null) {
      List<String> split = split(line);
      if (split.size() != positions.size()) {
        throw new RejectedRowException(
            "has %d fields, the header %d".formatted(split.size(), positions.size()));
      }
      fields = split;
    }
    return fields;
  }

  static List<String> split(Line line) throws RejectedRowException {
    if (line.isCut()) {
      throw new RejectedRowException("longer than " + LineReader.LONGEST + " characters");
    }
    if (line.text().indexOf('\uFFFD') >= 0) {
      throw new RejectedRowException("not UTF-8");
    }
    if (CONTROL.matcher(line.text()).find()) {
      throw new RejectedRowException("has control characters");
    }
    if (!RFC_4180.matcher(line.text()).matches()) {
      throw new RejectedRowException("its quotes are not those of RFC 4180");
    }
    return CsvReader.builder().ofSingleCsvRecord(line.text()).getFields();
  }
}
