package dk.borgerkontakt.server.register;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.kontaktinformation.KontaktinformationDao;
import dk.borgerkontakt.persistence.organisation.Delegering;
import dk.borgerkontakt.persistence.organisation.DelegeringDao;
import dk.borgerkontakt.persistence.organisation.OrganisationDao;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.persistence.register.Gaesteadgang;
import dk.borgerkontakt.persistence.register.GaesteadgangDao;
import dk.borgerkontakt.persistence.register.HuskeserviceabonnementDao;
import dk.borgerkontakt.persistence.register.Tilknytning;
import dk.borgerkontakt.persistence.register.TilknytningDao;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterImportTest {
  private static final String CPR = "0107809001";
  private static final String OTHER = "0207809002";
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  private static Database database;

  @TempDir Path temp;
  private ImportedFolder folder;

  @BeforeAll
  static void openDatabase() {
    database = ImportedFolder.newDatabase();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @BeforeEach
  void makeFolder() throws IOException {
    folder = new ImportedFolder(temp, database);
  }

  @Test
  void loadsEveryFile() throws IOException {
    List<FileResult> results = everything().load();

    long id = folder.borger(CPR).id();
    assertThat(results).extracting(FileResult::loaded).containsOnly(1L);
    assertThat(results).extracting(FileResult::rejected).containsOnly(0L);
    assertThat(folder.borger(CPR).doed()).isFalse();
    database.useTransaction(
        handle -> {
          assertThat(new OrganisationDao(handle).exists(2, "11")).isTrue();
          assertThat(new TilknytningDao(handle).findByBorger(id))
              .containsExactly(new Tilknytning(id, 2, "11", day("2020-01-01"), null));
          assertThat(new GaesteadgangDao(handle).findByBorger(id))
              .containsExactly(new Gaesteadgang(id, 8, "10100", day("2030-12-31")));
          assertThat(new DelegeringDao(handle).find("10000001", "10100"))
              .containsExactly(
                  new Delegering("10000001", "10100", day("2020-01-01"), day("2030-12-31")));
          assertThat(new HuskeserviceabonnementDao(handle).exists(id, "MAIL")).isTrue();
        });
    assertThat(folder.kontaktinformation(CPR))
        .containsExactly(new Kontaktinformation(id, 1, "+4520123456", 2));
    assertThat(folder.dataDir().resolve("rejects")).doesNotExist();
    assertThat(folder.out().lines()).hasSize(7).allMatch(line -> line.contains(": 1 loaded, 0 "));
    assertThat(folder.err()).isEmpty();
  }

  @Test
  void changesNothingTheSecondTime() throws IOException {
    everything().load();
    String first = folder.dump();

    List<FileResult> results = folder.load();

    assertThat(results).extracting(FileResult::rejected).containsOnly(0L);
    assertThat(folder.dump()).isEqualTo(first);
  }

  @Test
  void updatesTheRestOfARowWhoseKeyIsKnown() throws IOException {
    everything().load();

    folder
        .with(RegisterFile.ORGANISATIONER, "2,11,Nyt navn")
        .with(RegisterFile.BORGERE, CPR + ",true,")
        .with(RegisterFile.TILKNYTNINGER, CPR + ",2,11,2020-01-01,2025-01-01")
        .with(RegisterFile.GAESTEADGANGE, CPR + ",8,10100,")
        .with(RegisterFile.KONTAKTINFORMATION, CPR + ",1,+4520123457,1")
        .load();

    long id = folder.borger(CPR).id();
    assertThat(folder.borger(CPR).doed()).isTrue();
    assertThat(folder.dump()).contains("Nyt navn");
    assertThat(folder.kontaktinformation(CPR))
        .containsExactly(new Kontaktinformation(id, 1, "+4520123457", 1));
    database.useTransaction(
        handle -> {
          assertThat(new TilknytningDao(handle).findByBorger(id))
              .extracting(Tilknytning::til)
              .containsExactly(day("2025-01-01"));
          assertThat(new GaesteadgangDao(handle).findByBorger(id))
              .containsExactly(new Gaesteadgang(id, 8, "10100", null));
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ORGANISATIONER|3,11,Navn|type is not in the code list",
        "ORGANISATIONER|x,11,Navn|type is no whole number",
        "ORGANISATIONER|2,,Navn|kode is empty",
        "ORGANISATIONER|2,123456789012345678901,Navn|kode is longer than 20 characters",
        "ORGANISATIONER|2,11,|navn is empty",
        "ORGANISATIONER|2,11|has 2 fields, the header 3",
        "BORGERE|107809001,false,|cpr is no CPR number",
        "BORGERE|01078090011,false,|cpr is longer than 10 characters",
        "BORGERE|0000000000,false,|cpr is no CPR number",
        "BORGERE|2902019011,false,|cpr is no CPR number",
        "BORGERE|3104809001,false,|cpr is no CPR number",
        "BORGERE|0307809003,,|doed is empty",
        "BORGERE|0307809003,nej,|doed is neither true nor false",
        "BORGERE|0307809003,false,x|nyt_cpr is no CPR number",
        "BORGERE|0307809003,false,0307809003|nyt_cpr is the same as cpr",
        "TILKNYTNINGER|0307809003,2,11,2020-01-01,|cpr is unknown",
        "TILKNYTNINGER|0107809001,5,11,2020-01-01,|organisationstype is not in the code list",
        "TILKNYTNINGER|0107809001,2,11,,|fra is empty",
        "TILKNYTNINGER|0107809001,2,11,2020-13-01,|fra is no date like 2026-01-31",
        "TILKNYTNINGER|0107809001,2,11,2020-01-02,2020-01-01|til is before fra",
        "GAESTEADGANGE|0307809003,8,10100,|cpr is unknown",
        "GAESTEADGANGE|0107809001,8,10100,x|udloeber is no date like 2026-01-31",
        "DELEGERINGER|1000000,10100,2020-01-01,|cvr is no CVR number of eight digits",
        "DELEGERINGER|10000001,10100,2020-01-02,2020-01-01|til is before fra",
        "HUSKESERVICEABONNEMENTER|0107809001,BREV|kanal is neither SMS nor MAIL",
        "HUSKESERVICEABONNEMENTER|0307809003,SMS|cpr is unknown",
        "KONTAKTINFORMATION|0307809003,1,20123456,1|cpr is unknown",
        "KONTAKTINFORMATION|0107809001,4,20123456,1|type is not in the code list",
        "KONTAKTINFORMATION|0107809001,1,20123456,0|status is not in the code list",
        "KONTAKTINFORMATION|0107809001,1,,1|kontaktdata is empty",
        "KONTAKTINFORMATION|0107809001,1,123,1|kontaktdata is not valid for its type: 9156",
        "KONTAKTINFORMATION|0107809001,1,+49 30 901820,1|kontaktdata is not valid for its type:"
            + " 9156",
        "KONTAKTINFORMATION|0107809001,2,123,1|kontaktdata is not valid for its type: 9157",
        "KONTAKTINFORMATION|0107809001,3,a@b,1|kontaktdata is not valid for its type: 9158"
      })
  void rejectsABadRowAndLoadsTheOthers(RegisterFile file, String row, String reason)
      throws IOException {
    everything().load();

    FileResult result = folder.with(file, row, goodRow(file)).load().get(file.ordinal());

    assertThat(result).extracting(FileResult::loaded, FileResult::rejected).containsExactly(1L, 1L);
    assertThat(folder.rejected(file))
        .containsExactly("line,reason,row", "2," + quoted(reason) + "," + quoted(row));
    assertThat(folder.out() + folder.err())
        .doesNotContain(CPR.substring(0, 6))
        .doesNotContain("20123");
  }

  @Test
  void writesRejectedRowsForTheirOwnerAlone() throws IOException {
    FileResult result = folder.with(RegisterFile.BORGERE, "x,false,").load().get(0);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(result.rejects())))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(result.rejects().getParent())))
        .isEqualTo("rwx------");
    assertThat(result.rejects().getFileName().toString()).matches("borgere-\\d{8}T\\d{9}Z\\.csv");
    assertThat(folder.out()).contains("0 loaded, 1 rejected").contains(result.rejects().toString());
  }

  @Test
  void rejectsTheOneRowOfABatchThatTheDatabaseRefuses() throws IOException {
    execute("alter table organisation add constraint forbudt check (navn <> 'Forbudt')");
    String[] rows =
        IntStream.rangeClosed(1, 1500)
            .mapToObj(i -> "2," + i + "," + (i % 700 == 0 ? "Forbudt" : "Navn"))
            .toArray(String[]::new);

    FileResult result = folder.with(RegisterFile.ORGANISATIONER, rows).load().get(0);

    execute("alter table organisation drop constraint forbudt");
    assertThat(result)
        .extracting(FileResult::loaded, FileResult::rejected)
        .containsExactly(1498L, 2L);
    assertThat(folder.rejected(RegisterFile.ORGANISATIONER))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("701,\"refused by the database, SQLState 23"))
        .anyMatch(line -> line.startsWith("1401,"));
  }

  @Test
  void rejectsRowsThatAreNotUtf8() throws IOException {
    FileResult result =
        folder.with(ISO_8859_1, RegisterFile.ORGANISATIONER, "2,11,Ærø", "2,12,Als").load().get(0);

    assertThat(result).extracting(FileResult::loaded, FileResult::rejected).containsExactly(1L, 1L);
    assertThat(folder.rejected(RegisterFile.ORGANISATIONER).get(1)).startsWith("2,not UTF-8,");
  }

  @Test
  void givesACitizenANewNumber() throws IOException {
    everything().load();
    long id = folder.borger(CPR).id();

    folder.with(RegisterFile.BORGERE, CPR + ",false," + OTHER).load();

    assertThat(folder.borger(OTHER).id()).isEqualTo(id);
    assertThat(folder.borger(CPR).cpr()).isEqualTo(OTHER);
    assertThat(folder.kontaktinformation(OTHER)).hasSize(1);
    assertThat(findByCpr(CPR)).isFalse();
  }

  @Test
  void aChangeOfNumberIsMadeOnce() throws IOException {
    everything().with(RegisterFile.BORGERE, CPR + ",false,", CPR + ",true," + OTHER).load();
    String first = folder.dump();

    List<FileResult> results = folder.load();

    assertThat(results).extracting(FileResult::rejected).containsOnly(0L);
    assertThat(folder.dump()).isEqualTo(first);
    assertThat(folder.borger(OTHER).doed()).isTrue();
  }

  @Test
  void givesANumberBackAndTakesItAgain() throws IOException {
    String there = CPR + ",false," + OTHER;
    String back = OTHER + ",false," + CPR;

    folder.with(RegisterFile.BORGERE, CPR + ",false,", there).load();
    folder.with(RegisterFile.BORGERE, back).load();
    assertThat(folder.borger(OTHER).cpr()).isEqualTo(CPR);

    folder.with(RegisterFile.BORGERE, there).load();
    assertThat(folder.borger(CPR).cpr()).isEqualTo(OTHER);

    folder.with(RegisterFile.BORGERE, back, there).load();
    assertThat(folder.borger(CPR).cpr()).isEqualTo(OTHER);
  }

  @Test
  void followsChainsOfNumbers() throws IOException {
    folder
        .with(
            RegisterFile.BORGERE,
            CPR + ",false,",
            CPR + ",false," + OTHER,
            OTHER + ",false,0307809003")
        .with(RegisterFile.KONTAKTINFORMATION, CPR + ",1,20123456,1")
        .load();

    assertThat(folder.kontaktinformation("0307809003")).hasSize(1);
    assertThat(folder.borger(CPR)).isEqualTo(folder.borger("0307809003"));
    assertThat(folder.load()).extracting(FileResult::rejected).containsOnly(0L);
  }

  @Test
  void rejectsASecondNewNumberForANumberThatWasGivenUp() throws IOException {
    folder.with(RegisterFile.BORGERE, CPR + ",false," + OTHER).load();

    FileResult result = folder.with(RegisterFile.BORGERE, CPR + ",true,0307809003").load().get(0);

    assertThat(result.rejected()).isEqualTo(1);
    assertThat(folder.borger(OTHER).doed()).isFalse();
  }

  @Test
  void loadsRowsOfANumberThatWasGivenUp() throws IOException {
    folder
        .with(RegisterFile.BORGERE, OTHER + ",false,", CPR + ",false," + OTHER)
        .with(RegisterFile.TILKNYTNINGER, CPR + ",2,11,2020-01-01,")
        .load();

    assertThat(folder.dump()).contains("kode=11");
    assertThat(folder.borger(CPR).cpr()).isEqualTo(OTHER);
  }

  @Test
  void leavesWhatWasChangedThroughTheService() throws IOException {
    everything().load();
    long id = folder.borger(CPR).id();
    Kontaktinformation changed = new Kontaktinformation(id, 1, "+4520120099", 1);
    database.useTransaction(handle -> new KontaktinformationDao(handle).save(changed, NOW));

    List<FileResult> results = folder.load();

    assertThat(folder.kontaktinformation(CPR)).containsExactly(changed);
    assertThat(results).extracting(FileResult::rejected).containsOnly(0L);
  }

  @Test
  void doesNotBringBackWhatWasDeletedThroughTheService() throws IOException {
    everything().load();
    long id = folder.borger(CPR).id();
    database.useTransaction(handle -> new KontaktinformationDao(handle).delete(id, 1, NOW));

    folder.load();

    assertThat(folder.kontaktinformation(CPR)).isEmpty();
  }

  @Test
  void loadsNothingWhileAHeaderIsWrong() throws IOException {
    everything().with(UTF_8, "gaesteadgange.csv", "cpr,organisationstype,kode,udloeb\n");

    assertThatThrownBy(() -> folder.load())
        .isInstanceOfSatisfying(
            ImportException.class,
            e ->
                assertThat(e.faults())
                    .containsExactly(
                        "gaesteadgange.csv: unknown column udloeb; its header must be"
                            + " cpr,organisationstype,kode,udloeber",
                        "gaesteadgange.csv: column udloeber is missing; its header must be"
                            + " cpr,organisationstype,kode,udloeber"));
    assertThat(folder.dump()).doesNotContain("kode=11");
  }

  @Test
  void skipsMissingFilesAndTellsWhichItIgnores() throws IOException {
    folder.with(RegisterFile.ORGANISATIONER, "2,11,Navn").with(UTF_8, "borger.csv", "x\n");

    assertThat(folder.load())
        .extracting(FileResult::file)
        .containsExactly(RegisterFile.ORGANISATIONER);
    assertThat(folder.err()).startsWith("borger.csv is ignored");
  }

  @Test
  void tellsThatThereIsNothingToLoad() {
    assertThatThrownBy(() -> folder.load())
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("none of the register's files");
  }

  @Test
  void letsOnlyOneImportWorkInADataFolder() throws IOException {
    everything();

    try (ImportLock lock = ImportLock.take(folder.dataDir())) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> folder.load()).hasMessageContaining("Another import is at work");
    }
    assertThat(folder.load()).hasSize(7);
  }

  @Test
  void drawsABarForPeopleAlone() throws IOException {
    String[] rows =
        IntStream.rangeClosed(1, 5000).mapToObj(i -> "2," + i + ",Navn").toArray(String[]::new);

    folder.with(RegisterFile.ORGANISATIONER, rows).load(true);

    assertThat(folder.err())
        .containsPattern(
            "organisationer.csv \\[#+-*] \\d+ % {2}[\\d.,]+ rows/s {2}\\d+:\\d\\d left");
    assertThat(folder.out()).hasLineCount(1).startsWith("organisationer.csv: 5000 loaded");
  }

  private ImportedFolder everything() throws IOException {
    for (RegisterFile file : RegisterFile.values()) {
      folder.with(file, goodRow(file));
    }
    return folder;
  }

  private static String goodRow(RegisterFile file) {
    return switch (file) {
      case ORGANISATIONER -> "2,11,\"Fri, og Fro\"";
      case BORGERE -> CPR + ",false,";
      case TILKNYTNINGER -> CPR + ",2,11,2020-01-01,";
      case GAESTEADGANGE -> CPR + ",8,10100,2030-12-31";
      case DELEGERINGER -> "10000001,10100,2020-01-01,2030-12-31";
      case HUSKESERVICEABONNEMENTER -> CPR + ",MAIL";
      case KONTAKTINFORMATION -> CPR + ",1,20 12 34 56,2";
    };
  }

  private static void execute(String sql) {
    database.useTransaction(handle -> handle.execute(sql));
  }

  private static boolean findByCpr(String cpr) {
    return database.withHandle(handle -> new BorgerDao(handle).findByCpr(cpr).isPresent());
  }

  private static String quoted(String text) {
    return text.contains(",") ? '"' + text + '"' : text;
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
