package dk.borgerkontakt.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.persistence.audit.AuditCaller;
import dk.borgerkontakt.persistence.audit.AuditDao;
import dk.borgerkontakt.persistence.audit.AuditRow;
import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.kontaktinformation.KontaktinformationDao;
import dk.borgerkontakt.persistence.outbox.Origin;
import dk.borgerkontakt.persistence.outbox.OutboxDao;
import dk.borgerkontakt.persistence.outbox.OutboxMessage;
import dk.borgerkontakt.persistence.register.Borger;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.persistence.register.Gaesteadgang;
import dk.borgerkontakt.persistence.register.GaesteadgangDao;
import dk.borgerkontakt.persistence.register.Huskeserviceabonnement;
import dk.borgerkontakt.persistence.register.HuskeserviceabonnementDao;
import dk.borgerkontakt.persistence.register.Tilknytning;
import dk.borgerkontakt.persistence.register.TilknytningDao;
import dk.borgerkontakt.persistence.verifikation.VerifikationskodeDao;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CprChangeContract extends DaoContract {

  private static final String A = "0107809001";
  private static final String B = "0207809002";
  private static final String C = "0307809003";
  private static final LocalDate DAY = LocalDate.parse("2026-01-01");
  private static final Instant EARLIER = NOW.minusSeconds(60);
  private static final Instant LATER = NOW.plusSeconds(60);

  CprChangeContract(Database database) {
    super(database);
  }

  private void change(String oldCpr, String newCpr) {
    database.useTransaction(handle -> new BorgerDao(handle).changeCpr(oldCpr, newCpr, NOW));
  }

  private Optional<Long> find(String cpr) {
    return in(handle -> new BorgerDao(handle).findByCpr(cpr)).map(Borger::id);
  }

  private Optional<Long> resolve(String cpr) {
    return in(handle -> new BorgerDao(handle).resolve(cpr)).map(Borger::id);
  }

  private long code(long borgerId, int type) {
    return in(
        handle ->
            new VerifikationskodeDao(handle)
                .insert(borgerId, type, new byte[] {1}, EARLIER, LATER));
  }

  private Optional<Long> liveCode(long borgerId, int type) {
    return in(handle -> new VerifikationskodeDao(handle).findLive(borgerId, type, NOW))
        .map(code -> code.id());
  }

  @Test
  void givesAnUnknownNumberToTheCitizen() {
    long id = borger(A);
    save(id, MOBIL, "+4520120001", 1, NOW);

    change(A, B);

    assertThat(find(A)).isEmpty();
    assertThat(find(B)).contains(id);
    assertThat(resolve(A)).contains(id);
    assertThat(kontaktdata(id, MOBIL)).contains("+4520120001");
    assertThat(list(handle -> new BorgerDao(handle).findNumbers(id))).containsExactly(B, A);
  }

  @Test
  void changesNothingTheSecondTime() {
    long id = borger(A);
    change(A, B);

    change(A, B);

    assertThat(find(B)).contains(id);
    assertThat(resolve(A)).contains(id);
  }

  @Test
  void remembersAnUnknownOldNumberOfAKnownCitizen() {
    long id = borger(B);

    change(A, B);

    assertThat(find(A)).isEmpty();
    assertThat(resolve(A)).contains(id);
  }

  @Test
  void createsTheCitizenWhereBothNumbersAreUnknown() {
    change(A, B);

    assertThat(find(B)).isPresent().isEqualTo(resolve(A));
    assertThat(find(A)).isEmpty();
  }

  @Test
  void followsAChainOfChanges() {
    long id = borger(A);

    change(A, B);
    change(B, C);

    assertThat(find(C)).contains(id);
    assertThat(resolve(A)).contains(id);
    assertThat(resolve(B)).contains(id);
    assertThat(find(A)).isEmpty();
    assertThat(find(B)).isEmpty();
  }

  @Test
  void followsAChainToldInTheWrongOrder() {
    long id = borger(A);
    save(id, MOBIL, "+4520120001", 1, NOW);

    change(B, C);
    change(A, B);

    long present = find(C).orElseThrow();
    assertThat(resolve(A)).contains(present);
    assertThat(resolve(B)).contains(present);
    assertThat(kontaktdata(present, MOBIL)).contains("+4520120001");
  }

  @Test
  void followsAChainOfMerges() {
    borger(A);
    borger(B);
    long last = borger(C);

    change(A, B);
    change(B, C);

    assertThat(resolve(A)).contains(last);
    assertThat(resolve(B)).contains(last);
  }

  @Test
  void givesANumberBack() {
    long id = borger(A);
    change(A, B);

    change(B, A);

    assertThat(find(A)).contains(id);
    assertThat(find(B)).isEmpty();
    assertThat(resolve(B)).contains(id);
  }

  @Test
  void refusesTheSameNumber() {
    assertThatThrownBy(() -> change(A, A)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void movesEverythingToACitizenWhoHasNothing() {
    long source = borger(A);
    long target = borger(B);
    fill(source);
    assertThat(tablesWithRowsOf(source)).containsExactlyInAnyOrderElementsOf(tables());

    change(A, B);

    assertThat(tablesWithRowsOf(source)).isEmpty();
    assertThat(tablesWithRowsOf(target))
        .as("a new table with a borger_id must be taught to CprChange")
        .containsExactlyInAnyOrderElementsOf(tables());
    assertThat(find(A)).isEmpty();
    assertThat(resolve(A)).contains(target);
    assertThat(resolve(C)).contains(target);
  }

  @Test
  void keepsOneOfEachWhereBothHaveEverything() {
    long source = borger(A);
    long target = borger(B);
    fill(source);
    change(C, B);
    database.useTransaction(handle -> handle.execute("delete from tidligere_cpr"));
    fill(target);

    change(A, B);

    assertThat(tablesWithRowsOf(source)).isEmpty();
    assertThat(list(handle -> new TilknytningDao(handle).findByBorger(target))).hasSize(1);
    assertThat(list(handle -> new GaesteadgangDao(handle).findByBorger(target))).hasSize(1);
  }

  @Test
  void keepsTheRowThatWasChangedLast() {
    long source = borger(A);
    long target = borger(B);
    save(source, MOBIL, "+4520120001", 1, LATER);
    save(target, MOBIL, "+4520120002", 1, EARLIER);
    save(source, MAIL, "old@example.dk", 1, EARLIER);
    save(target, MAIL, "new@example.dk", 2, LATER);
    save(source, FASTNET, "+4533120001", 1, EARLIER);

    change(A, B);

    assertThat(kontaktdata(target, MOBIL)).contains("+4520120001");
    assertThat(kontaktdata(target, MAIL)).contains("new@example.dk");
    assertThat(kontaktdata(target, FASTNET)).contains("+4533120001");
  }

  @Test
  void keepsDeletedWhatWasDeletedLast() {
    long source = borger(A);
    long target = borger(B);
    save(source, MOBIL, "+4520120001", 1, EARLIER);
    save(target, MOBIL, "+4520120002", 1, EARLIER);
    database.useTransaction(
        handle -> new KontaktinformationDao(handle).delete(target, MOBIL, LATER));

    change(A, B);

    assertThat(kontaktdata(target, MOBIL)).isEmpty();
  }

  @Test
  void aLiveCodeFollowsTheAddressThatStays() {
    long source = borger(A);
    long target = borger(B);
    save(source, MOBIL, "+4520120001", 1, LATER);
    save(target, MOBIL, "+4520120002", 1, EARLIER);
    long winner = code(source, MOBIL);
    code(target, MOBIL);

    change(A, B);

    assertThat(liveCode(target, MOBIL)).contains(winner);
    assertThat(find(handle -> new VerifikationskodeDao(handle).findLive(target, MOBIL, NOW)))
        .hasValueSatisfying(code -> assertThat(code.bundetTil()).isEqualTo(source));
  }

  @Test
  void aLiveCodeDiesWithTheAddressThatGoes() {
    long source = borger(A);
    long target = borger(B);
    save(source, MAIL, "old@example.dk", 1, EARLIER);
    save(target, MAIL, "new@example.dk", 1, LATER);
    code(source, MAIL);
    long winner = code(target, MAIL);

    change(A, B);

    assertThat(liveCode(target, MAIL)).contains(winner);
  }

  @Test
  void countsTheCodesOfBothNumbers() {
    long source = borger(A);
    long target = borger(B);
    code(source, MOBIL);
    code(target, MOBIL);

    change(A, B);

    assertThat(
            list(
                handle ->
                    new VerifikationskodeDao(handle)
                        .sentSince(target, MOBIL, EARLIER.minusSeconds(1))))
        .hasSize(2);
  }

  private List<String> tables() {
    return in(
        handle ->
            handle
                .createQuery(
                    """
                    select table_name from information_schema.columns
                    where column_name = 'borger_id' and table_schema = 'public'\
                    """)
                .mapTo(String.class)
                .list());
  }

  private List<String> tablesWithRowsOf(long borgerId) {
    List<String> found = new ArrayList<>();
    for (String table : tables()) {
      String sql = "select count(*) from %s where borger_id = ?".formatted(table);
      int rows = in(handle -> handle.createQuery(sql).bind(0, borgerId).mapTo(int.class).one());
      if (rows > 0) {
        found.add(table);
      }
    }
    return found;
  }

  /** Gives a citizen a row in every table. */
  private void fill(long id) {
    save(id, MOBIL, "+4520120001", 1, NOW);
    save(id, MAIL, "a@example.dk", 1, NOW);
    code(id, MOBIL);
    database.useTransaction(
        handle -> {
          new KontaktinformationDao(handle).delete(id, MAIL, NOW);
          new TilknytningDao(handle).upsert(new Tilknytning(id, 2, "11", DAY, null));
          new GaesteadgangDao(handle).upsert(new Gaesteadgang(id, 8, "10100", null));
          new HuskeserviceabonnementDao(handle).upsert(new Huskeserviceabonnement(id, "MAIL"));
          AuditCaller caller = new AuditCaller(1, null, "star", null, null, null, null);
          new AuditDao(handle)
              .insert(List.of(new AuditRow(NOW, caller, id, null, "getKontaktinformation", 0)));
          Origin origin = new Origin(id, MOBIL, new byte[] {1}, null);
          new OutboxDao(handle)
              .insert(
                  new OutboxMessage(UUID.randomUUID(), origin, "SMS", new byte[] {7}, NOW, NOW));
          handle.execute("insert into tidligere_cpr (cpr, borger_id) values (?, ?)", C, id);
          new KontaktinformationDao(handle)
              .importAll(List.of(new Kontaktinformation(id, FASTNET, "+4533120001", 1)), NOW);
        });
  }
}
