package dk.borgerkontakt.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.kontaktinformation.KontaktinformationDao;
import dk.borgerkontakt.persistence.register.Borger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KontaktinformationDaoContract extends DaoContract {

  private static final Instant LATER = NOW.plusSeconds(60);

  private long id;

  KontaktinformationDaoContract(Database database) {
    super(database);
  }

  @BeforeEach
  void aCitizen() {
    id = borger("0107809001");
  }

  private void importRow(String kontaktdata, int status, Instant now) {
    Kontaktinformation row = new Kontaktinformation(id, MOBIL, kontaktdata, status);
    database.useTransaction(
        handle -> new KontaktinformationDao(handle).importAll(List.of(row), now));
  }

  private boolean delete() {
    return in(handle -> new KontaktinformationDao(handle).delete(id, MOBIL, NOW));
  }

  private Instant changed() {
    return in(
        handle ->
            handle
                .createQuery("select aendret from kontaktinformation")
                .map((row, context) -> Columns.instant(row, 1))
                .one());
  }

  @Test
  void returnsWhatWasSavedOrderedByType() {
    save(id, MAIL, "Borger2@example.dk", 1, NOW);
    save(id, MOBIL, "+4520120002", 2, NOW);

    assertThat(list(handle -> new KontaktinformationDao(handle).findByBorger(id)))
        .containsExactly(
            new Kontaktinformation(id, MOBIL, "+4520120002", 2),
            new Kontaktinformation(id, MAIL, "Borger2@example.dk", 1));
    assertThat(kontaktinformation(id, FASTNET)).isEmpty();
  }

  @Test
  void savingAgainReplaces() {
    save(id, MOBIL, "+4520120002", 2, NOW);

    save(id, MOBIL, "+4520120003", 1, LATER);

    assertThat(list(handle -> new KontaktinformationDao(handle).findByBorger(id)))
        .containsExactly(new Kontaktinformation(id, MOBIL, "+4520120003", 1));
    assertThat(changed()).isEqualTo(LATER);
  }

  @Test
  void theDatabaseHoldsOneRowForACitizenAndType() {
    save(id, MOBIL, "+4520120002", 2, NOW);
    String second =
        """
        insert into kontaktinformation (borger_id, kontaktdata_type, kontaktdata, soegenoegle,
          kontaktdatastatus, aendret, fra_tjenesten)
        values (?, 1, 'x', 'x', 1, ?, true)\
        """;

    assertThatThrownBy(() -> database.useTransaction(handle -> handle.execute(second, id, NOW)))
        .isInstanceOfSatisfying(
            DatabaseException.class, e -> assertThat(e.sqlState()).isEqualTo("23505"));
  }

  @Test
  void theDatabaseRefusesAnUnknownCitizen() {
    assertThatThrownBy(() -> save(-1, MOBIL, "+4520120002", 2, NOW))
        .isInstanceOf(DatabaseException.class);
  }

  @Test
  void looksUpWithoutRegardToCaseOrderedByNumber() {
    long other = borger("0207809002");
    long earlier = borger("0107809000");
    save(id, MAIL, "Borger@example.dk", 1, NOW);
    save(other, MAIL, "borger@example.dk", 1, NOW);
    save(earlier, MAIL, "BORGER@example.dk", 1, NOW);
    save(other, MOBIL, "+4520120002", 1, NOW);

    assertThat(
            list(
                handle -> new KontaktinformationDao(handle).findBorgere(MAIL, "bOrger@example.dk")))
        .extracting(Borger::cpr)
        .containsExactly("0107809000", "0107809001", "0207809002");
    assertThat(list(handle -> new KontaktinformationDao(handle).findBorgere(MAIL, "+4520120002")))
        .isEmpty();
  }

  @Test
  void holdsTheLongestDataEvenWhereLowerCaseIsLonger() {
    String longest = "\u0130".repeat(254);

    save(id, MAIL, longest, 1, NOW);

    assertThat(list(handle -> new KontaktinformationDao(handle).findBorgere(MAIL, longest)))
        .hasSize(1);
  }

  @Test
  void setsTheStatusOfWhatIsThere() {
    save(id, MOBIL, "+4520120002", 1, NOW);

    assertThat(is(handle -> new KontaktinformationDao(handle).updateStatus(id, MOBIL, 3, LATER)))
        .isTrue();
    assertThat(is(handle -> new KontaktinformationDao(handle).updateStatus(id, MAIL, 3, LATER)))
        .isFalse();
    assertThat(kontaktinformation(id, MOBIL))
        .contains(new Kontaktinformation(id, MOBIL, "+4520120002", 3));
  }

  @Test
  void deletesWhatIsThere() {
    save(id, MOBIL, "+4520120002", 1, NOW);
    save(id, MAIL, "borger2@example.dk", 1, NOW);

    assertThat(delete()).isTrue();
    assertThat(delete()).isFalse();
    assertThat(kontaktinformation(id, MOBIL)).isEmpty();
    assertThat(kontaktinformation(id, MAIL)).isPresent();
  }

  @Test
  void importsANewRowAndThenItsChanges() {
    importRow("+4520120002", 1, NOW);
    assertThat(kontaktdata(id, MOBIL)).contains("+4520120002");

    importRow("+4520120003", 2, LATER);

    assertThat(kontaktinformation(id, MOBIL))
        .contains(new Kontaktinformation(id, MOBIL, "+4520120003", 2));
    assertThat(changed()).isEqualTo(LATER);
  }

  @Test
  void importingTheSameTwiceChangesNothing() {
    importRow("+4520120002", 1, NOW);

    importRow("+4520120002", 1, LATER);

    assertThat(changed()).isEqualTo(NOW);
  }

  @Test
  void importLeavesWhatTheServiceSaved() {
    importRow("+4520120002", 1, NOW);
    save(id, MOBIL, "+4520120003", 1, NOW);

    importRow("+4520120004", 2, LATER);

    assertThat(kontaktdata(id, MOBIL)).contains("+4520120003");
  }

  @Test
  void importLeavesWhatTheServiceGaveAStatus() {
    importRow("+4520120002", 1, NOW);
    database.useTransaction(
        handle -> new KontaktinformationDao(handle).updateStatus(id, MOBIL, 2, NOW));

    importRow("+4520120002", 1, LATER);

    assertThat(kontaktinformation(id, MOBIL).orElseThrow().kontaktdatastatus()).isEqualTo(2);
  }

  @Test
  void importDoesNotBringBackWhatTheServiceDeleted() {
    importRow("+4520120002", 1, NOW);
    delete();

    importRow("+4520120002", 1, LATER);

    assertThat(kontaktinformation(id, MOBIL)).isEmpty();
  }

  @Test
  void importBringsNothingBackAfterTwoDeletions() {
    save(id, MOBIL, "+4520120002", 1, NOW);
    delete();
    save(id, MOBIL, "+4520120003", 1, NOW);
    delete();

    importRow("+4520120002", 1, LATER);

    assertThat(kontaktinformation(id, MOBIL)).isEmpty();
  }

  @Test
  void importBringsWhatTheServiceDidNotFindToDelete() {
    delete();

    importRow("+4520120002", 1, LATER);

    assertThat(kontaktdata(id, MOBIL)).contains("+4520120002");
  }

  /** A row of each kind that the import can meet, and for each what it brings. */
  @Test
  void anImportOfManyRowsKeepsWhatTheServiceSaid() {
    long unchanged = imported("0207809002");
    long changed = imported("0307809003");
    long byService = borger("0407809004");
    save(byService, MOBIL, "+4520120004", 2, NOW);
    long deleted = imported("0507809005");
    in(handle -> new KontaktinformationDao(handle).delete(deleted, MOBIL, NOW));
    List<Kontaktinformation> rows =
        List.of(
            row(id, "+4520120010", 1),
            row(unchanged, "+4520120001", 1),
            row(changed, "+4520120011", 1),
            row(byService, "+4520120011", 1),
            row(deleted, "+4520120001", 1),
            row(id, "+4520120012", 2));

    List<Kontaktinformation> news =
        list(handle -> new KontaktinformationDao(handle).findNews(rows));
    database.useTransaction(handle -> new KontaktinformationDao(handle).importAll(rows, LATER));

    assertThat(news).containsExactly(row(id, "+4520120012", 2), row(changed, "+4520120011", 1));
    assertThat(kontaktinformation(id, MOBIL)).contains(row(id, "+4520120012", 2));
    assertThat(kontaktdata(unchanged, MOBIL)).contains("+4520120001");
    assertThat(kontaktdata(changed, MOBIL)).contains("+4520120011");
    assertThat(kontaktinformation(byService, MOBIL)).contains(row(byService, "+4520120004", 2));
    assertThat(kontaktinformation(deleted, MOBIL)).isEmpty();
    assertThat(list(handle -> new KontaktinformationDao(handle).findNews(rows))).isEmpty();
    assertThat(list(handle -> new KontaktinformationDao(handle).findNews(List.of()))).isEmpty();
  }

  private long imported(String cpr) {
    long borgerId = borger(cpr);
    database.useTransaction(
        handle ->
            new KontaktinformationDao(handle)
                .importAll(List.of(row(borgerId, "+4520120001", 1)), NOW));
    return borgerId;
  }

  private static Kontaktinformation row(long borgerId, String kontaktdata, int status) {
    return new Kontaktinformation(borgerId, MOBIL, kontaktdata, status);
  }
}
