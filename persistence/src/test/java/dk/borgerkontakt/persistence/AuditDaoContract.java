package dk.borgerkontakt.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.audit.AuditCaller;
import dk.borgerkontakt.persistence.audit.AuditDao;
import dk.borgerkontakt.persistence.audit.AuditRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditDaoContract extends DaoContract {

  private static final Instant FAR_PAST = Instant.EPOCH;
  private static final Instant FAR_FUTURE = Instant.parse("9999-01-01T00:00:00Z");
  private static final byte[] HASH = {9, 9};
  private static final AuditCaller CALLER =
      new AuditCaller(4, "10000001", "andenaktoer", "bruger", 2, "8", "10100");
  private static final AuditCaller STAR =
      new AuditCaller(null, null, "star", null, null, null, null);

  AuditDaoContract(Database database) {
    super(database);
  }

  private void insert(AuditRow... rows) {
    database.useTransaction(handle -> new AuditDao(handle).insert(List.of(rows)));
  }

  private List<AuditRow> read(Long borgerId, List<byte[]> hashes, Instant from, Instant to) {
    List<AuditRow> rows = new ArrayList<>();
    database.useTransaction(
        handle -> new AuditDao(handle).stream(borgerId, hashes, from, to, rows::add));
    return rows;
  }

  private static AuditRow row(Long borgerId, byte[] hash, Instant at, int result) {
    return new AuditRow(at, STAR, borgerId, hash, "getKontaktinformation", result);
  }

  @Test
  void keepsEverythingOfARow() {
    insert(new AuditRow(NOW, CALLER, 1L, null, "createKontaktinformation", 9156));

    assertThat(read(1L, List.of(), FAR_PAST, FAR_FUTURE))
        .containsExactly(new AuditRow(NOW, CALLER, 1L, null, "createKontaktinformation", 9156));
  }

  @Test
  void keepsWhatIsAbsentAbsent() {
    insert(row(1L, null, NOW, 0));

    assertThat(read(1L, List.of(), FAR_PAST, FAR_FUTURE)).containsExactly(row(1L, null, NOW, 0));
  }

  @Test
  void storesNothingForNoRows() {
    insert();

    assertThat(read(1L, List.of(), FAR_PAST, FAR_FUTURE)).isEmpty();
  }

  @Test
  void findsACitizensRowsAndThoseByHashOldestFirst() {
    insert(
        row(1L, null, NOW.plusSeconds(2), 3),
        row(2L, null, NOW, 99),
        row(null, HASH, NOW.plusSeconds(1), 2),
        row(null, new byte[] {1}, NOW, 99),
        row(null, null, NOW, 99),
        row(1L, null, NOW, 1));

    assertThat(read(1L, List.of(HASH, new byte[] {5}), FAR_PAST, FAR_FUTURE))
        .extracting(AuditRow::resultat)
        .containsExactly(1, 2, 3);
    assertThat(read(null, List.of(HASH), FAR_PAST, FAR_FUTURE))
        .satisfiesExactly(row -> assertThat(row.spurgtHash()).containsExactly(HASH));
  }

  @Test
  void readsFromInclusiveToExclusive() {
    insert(
        row(1L, null, NOW.minusMillis(1), 1),
        row(1L, null, NOW, 2),
        row(1L, null, NOW.plusSeconds(1), 3));

    assertThat(read(1L, List.of(), NOW, NOW.plusSeconds(1)))
        .extracting(AuditRow::resultat)
        .containsExactly(2);
  }

  @Test
  void keepsTheOrderOfRowsOfOneInstant() {
    List<AuditRow> rows = IntStream.range(0, 1200).mapToObj(i -> row(1L, null, NOW, i)).toList();
    database.useTransaction(handle -> new AuditDao(handle).insert(rows));

    assertThat(read(1L, List.of(), FAR_PAST, FAR_FUTURE)).containsExactlyElementsOf(rows);
  }
}
