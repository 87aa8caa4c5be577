package dk.borgerkontakt.server.register.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
  private static final List<String> COLUMNS = List.of("navn", "kode");

  @TempDir Path folder;

  @Test
  void givesFieldsByColumnWhateverTheirOrder() throws Exception {
    List<CsvRow> rows = rows("kode,navn\r\n11,\"Fri, \"\"og\"\" Fro\"\n\n12,\n");

    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).integer("kode")).isEqualTo(11);
    assertThat(rows.get(0).text("navn", 20)).isEqualTo("Fri, \"og\" Fro");
    assertThat(rows.get(1).optional("navn")).isNull();
    assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 4L);
    assertThat(rows.get(0).text()).isEqualTo("11,\"Fri, \"\"og\"\" Fro\"");
  }

  @Test
  void takesAByteOrderMarkAndALastLineWithoutAnEnd() throws Exception {
    List<CsvRow> rows = rows("\uFEFFkode,navn\n11,Ærø");

    assertThat(rows.get(0).text("navn", 20)).isEqualTo("Ærø");
  }

  @Test
  void readsTypes() throws Exception {
    CsvRow row = rows("navn,kode\n2024-02-29,true\n").get(0);

    assertThat(row.date("navn")).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(row.optionalDate("navn")).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(row.truth("kode")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023-02-29", "20230201", "2023-2-1", "+12023-02-01", " 2023-02-01", "x"})
  void rejectsWhatIsNoDate(String date) throws IOException {
    CsvRow row = rows("navn,kode\n" + date + ",\n").get(0);

    assertThatThrownBy(() -> row.date("navn")).hasMessage("navn is no date like 2026-01-31");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "01", "1.0", "1e3", "9999999999", " 1", "en"})
  void rejectsWhatIsNoWholeNumber(String number) throws IOException {
    CsvRow row = rows("navn,kode\n,\"" + number + "\"\n").get(0);

    assertThatThrownBy(() -> row.integer("kode")).hasMessage("kode is no whole number");
  }

  @Test
  void rejectsEmptyLongAndUntrueFields() throws IOException {
    CsvRow row = rows("navn,kode\n,TRUE\n").get(0);

    assertThatThrownBy(() -> row.text("navn", 1)).hasMessage("navn is empty");
    assertThatThrownBy(() -> row.text("kode", 3)).hasMessage("kode is longer than 3 characters");
    assertThatThrownBy(() -> row.truth("kode")).hasMessage("kode is neither true nor false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "a|has 1 fields, the header 2",
        "a,b,c|has 3 fields, the header 2",
        "a,\"b|its quotes are not those of RFC 4180",
        "a,b\"c|its quotes are not those of RFC 4180",
        "a,\"b\"c|its quotes are not those of RFC 4180",
        "a,b\u0007c|has control characters",
        "a,b\uFFFD|not UTF-8"
      })
  void rejectsARowThatIsNoRowAndReadsOn(String line, String reason) throws IOException {
    List<CsvRow> rows = rows("navn,kode\n" + line + "\nx,y\n");

    assertThat(rows).hasSize(2);
    assertThatThrownBy(() -> rows.get(0).optional("kode"))
        .isInstanceOf(RejectedRowException.class)
        .hasMessage(reason);
    assertThat(rows.get(0).text()).isEqualTo(line);
  }

  @Test
  void rejectsALineThatIsNotUtf8() throws Exception {
    List<CsvRow> rows = rows("navn,kode\nÆrø,1\nLolland,2\n", ISO_8859_1);

    assertThatThrownBy(() -> rows.get(0).optional("kode")).hasMessage("not UTF-8");
    assertThat(rows.get(1).integer("kode")).isEqualTo(2);
  }

  @Test
  void keepsNoMoreThanTheBeginningOfALineWithoutEnd() throws Exception {
    List<CsvRow> rows = rows("navn,kode\na," + "b".repeat(100_000) + "\nx,y\n");

    assertThatThrownBy(() -> rows.get(0).optional("kode"))
        .hasMessage("longer than 10000 characters");
    assertThat(rows.get(0).text()).hasSize(10_000);
    assertThat(rows.get(1).optional("kode")).isEqualTo("y");
  }

  @Test
  void readsAnyNumberOfQuotesOnALine() throws Exception {
    CsvRow row = rows("navn,kode\n\"" + "\"\"".repeat(4_900) + "\",1\n").get(0);

    assertThat(row.text("navn", 5_000)).hasSize(4_900);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "navn,kode,type|unknown column type",
        "navn|column kode is missing",
        "navn,kode,navn|column navn is there twice",
        "navn,kode,0107809001|unknown column number 3",
        "''|has no header line"
      })
  void tellsWhatIsWrongWithTheHeader(String header, String fault) throws IOException {
    try (CsvFile file = CsvFile.open(write(header + "\n", UTF_8), COLUMNS)) {
      assertThat(file.headerFaults()).containsExactly(fault);
    }
  }

  @Test
  void tellsTheShareThatIsRead() throws IOException {
    Path path = write("navn,kode\n" + "a,b\n".repeat(100_000), UTF_8);

    try (CsvFile file = CsvFile.open(path, COLUMNS)) {
      assertThat(file.share()).isBetween(0.0, 0.2);
      while (file.next() != null) {
        assertThat(file.share()).isLessThanOrEqualTo(1);
      }
      assertThat(file.share()).isEqualTo(1);
    }
  }

  @Test
  void aRowNeverPrintsItself() throws IOException {
    assertThat(rows("navn,kode\n0107809001,x\n")).hasToString("[row of line 2]");
  }

  private List<CsvRow> rows(String text) throws IOException {
    return rows(text, UTF_8);
  }

  private List<CsvRow> rows(String text, Charset charset) throws IOException {
    List<CsvRow> rows = new ArrayList<>();
    try (CsvFile file = CsvFile.open(write(text, charset), COLUMNS)) {
      assertThat(file.headerFaults()).isEmpty();
      for (CsvRow row = file.next(); row != null; row = file.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Path write(String text, Charset charset) throws IOException {
    return Files.writeString(folder.resolve("file.csv"), text, charset);
  }
}
