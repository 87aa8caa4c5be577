package dk.borgerkontakt.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.kontaktinformation.KontaktinformationDao;
import dk.borgerkontakt.persistence.register.Borger;
import dk.borgerkontakt.persistence.register.BorgerDao;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BorgerDaoContract extends DaoContract {

  BorgerDaoContract(Database database) {
    super(database);
  }

  @Test
  void findsACitizenByNumber() {
    long id = borger("0107809001");

    assertThat(find(handle -> new BorgerDao(handle).findByCpr("0107809001")))
        .contains(new Borger(id, "0107809001", false));
    assertThat(find(handle -> new BorgerDao(handle).findByCpr("0207809002"))).isEmpty();
  }

  @Test
  void upsertAgainKeepsTheCitizenAndUpdatesTheRest() {
    long id = borger("0107809001");

    database.useTransaction(handle -> new BorgerDao(handle).upsert("0107809001", true));

    assertThat(find(handle -> new BorgerDao(handle).findByCpr("0107809001")))
        .contains(new Borger(id, "0107809001", true));
  }

  @Test
  void upsertOfANumberGivenUpChangesNothing() {
    borger("0107809001");
    database.useTransaction(
        handle -> new BorgerDao(handle).changeCpr("0107809001", "0207809002", NOW));

    database.useTransaction(handle -> new BorgerDao(handle).upsert("0107809001", true));

    assertThat(find(handle -> new BorgerDao(handle).findByCpr("0107809001"))).isEmpty();
    assertThat(find(handle -> new BorgerDao(handle).findByCpr("0207809002")))
        .hasValueSatisfying(borger -> assertThat(borger.doed()).isFalse());
  }

  @Test
  void storesManyInABatchAndResolvesThem() {
    Map<String, Boolean> citizens = new HashMap<>();
    for (int i = 0; i < 3000; i++) {
      citizens.put("%010d".formatted(i), i % 2 == 0);
    }
    database.useTransaction(handle -> new BorgerDao(handle).upsertAll(citizens));
    database.useTransaction(handle -> new BorgerDao(handle).upsertAll(citizens));

    Map<String, Long> ids = in(handle -> new BorgerDao(handle).resolveAll(citizens.keySet()));

    assertThat(ids).hasSize(3000).containsOnlyKeys(citizens.keySet());
    assertThat(ids.values()).doesNotHaveDuplicates();
  }

  @Test
  void resolvesPresentNumbersAndThoseGivenUp() {
    long id = borger("0107809001");
    database.useTransaction(
        handle -> new BorgerDao(handle).changeCpr("0107809001", "0207809002", NOW));

    Map<String, Long> ids =
        in(
            handle ->
                new BorgerDao(handle)
                    .resolveAll(List.of("0107809001", "0207809002", "0307809003")));

    assertThat(ids).containsOnly(Map.entry("0107809001", id), Map.entry("0207809002", id));
    assertThat(find(handle -> new BorgerDao(handle).resolve("0107809001")))
        .contains(new Borger(id, "0207809002", false));
    assertThat(this.<Map<String, Long>>in(handle -> new BorgerDao(handle).resolveAll(List.of())))
        .isEmpty();
  }

  @Test
  void findsManyByIdOrderedByNumber() {
    long later = borger("0207809002");
    long earlier = borger("0107809001");

    List<Borger> found =
        in(handle -> new BorgerDao(handle).findByIds(List.of(later, earlier, -1L)));

    assertThat(found).extracting(Borger::id).containsExactly(earlier, later);
    assertThat(list(handle -> new BorgerDao(handle).findByIds(List.of()))).isEmpty();
  }

  @Test
  void writesOnALockedCitizenGoOneByOne() throws Exception {
    long id = borger("0107809001");
    save(id, MOBIL, "+4520120001", 0, NOW);

    AtOnce.run(
        12,
        () ->
            in(
                handle -> {
                  new BorgerDao(handle).lockById(id);
                  KontaktinformationDao dao = new KontaktinformationDao(handle);
                  int status = dao.find(id, MOBIL).orElseThrow().kontaktdatastatus();
                  return dao.updateStatus(id, MOBIL, status + 1, NOW);
                }));

    assertThat(kontaktinformation(id, MOBIL).orElseThrow().kontaktdatastatus()).isEqualTo(12);
  }

  @Test
  void aLockedCitizenHoldsNobodyElseUp() throws Exception {
    long held = borger("0107809001");
    long free = borger("0207809002");
    ExecutorService executor = Executors.newSingleThreadExecutor();

    List<Borger> locked =
        in(
            handle -> {
              new BorgerDao(handle).lockById(held);
              Future<List<Borger>> other =
                  executor.submit(
                      () -> in(second -> new BorgerDao(second).lockByIds(List.of(free))));
              return join(other);
            });

    assertThat(locked).extracting(Borger::id).containsExactly(free);
    executor.shutdown();
  }

  @Test
  void theLockShowsAChangeOfNumberMadeWhileWaiting() throws Exception {
    long id = borger("0107809001");
    ExecutorService executor = Executors.newSingleThreadExecutor();

    Future<String> waiting =
        in(
            handle -> {
              new BorgerDao(handle).lockById(id);
              Future<String> other =
                  executor.submit(
                      () ->
                          in(
                              second -> {
                                BorgerDao borgere = new BorgerDao(second);
                                return borgere.lockById(id).orElseThrow().cpr();
                              }));
              new BorgerDao(handle).changeCpr("0107809001", "0207809002", NOW);
              return other;
            });

    assertThat(join(waiting)).isEqualTo("0207809002");
    executor.shutdown();
  }

  @Test
  void anUnknownCitizenCannotBeLocked() {
    assertThat(find(handle -> new BorgerDao(handle).lockById(-1))).isEmpty();
  }

  private static <T> T join(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
