package dk.borgerkontakt.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.persistence.organisation.Delegering;
import dk.borgerkontakt.persistence.organisation.DelegeringDao;
import dk.borgerkontakt.persistence.organisation.Organisation;
import dk.borgerkontakt.persistence.organisation.OrganisationDao;
import dk.borgerkontakt.persistence.register.Gaesteadgang;
import dk.borgerkontakt.persistence.register.GaesteadgangDao;
import dk.borgerkontakt.persistence.register.Huskeserviceabonnement;
import dk.borgerkontakt.persistence.register.HuskeserviceabonnementDao;
import dk.borgerkontakt.persistence.register.Tilknytning;
import dk.borgerkontakt.persistence.register.TilknytningDao;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The smaller tables of the register. */
class RegisterContract extends DaoContract {

  private static final LocalDate JANUARY = LocalDate.parse("2026-01-01");
  private static final LocalDate FEBRUARY = LocalDate.parse("2026-02-01");

  RegisterContract(Database database) {
    super(database);
  }

  @Nested
  class Organisations {

    @Test
    void areKnownByTypeAndCode() {
      database.useTransaction(
          handle -> new OrganisationDao(handle).upsert(new Organisation(2, "11", "En a-kasse")));

      assertThat(is(handle -> new OrganisationDao(handle).exists(2, "11"))).isTrue();
      assertThat(is(handle -> new OrganisationDao(handle).exists(2, "12"))).isFalse();
      assertThat(is(handle -> new OrganisationDao(handle).exists(8, "11"))).isFalse();
    }

    @Test
    void takeTheLaterNameOfTwo() {
      database.useTransaction(
          handle ->
              new OrganisationDao(handle)
                  .upsertAll(
                      List.of(new Organisation(2, "11", "A"), new Organisation(2, "11", "B"))));

      assertThat(
              list(
                  handle ->
                      handle
                          .createQuery("select navn from organisation")
                          .mapTo(String.class)
                          .list()))
          .containsExactly("B");
    }
  }

  @Nested
  class Delegations {

    private List<Delegering> find() {
      return in(handle -> new DelegeringDao(handle).find("10000001", "10100"));
    }

    private void upsert(LocalDate fra, LocalDate til) {
      database.useTransaction(
          handle ->
              new DelegeringDao(handle).upsert(new Delegering("10000001", "10100", fra, til)));
    }

    @Test
    void areFoundByActorAndJobCentreOldestFirst() {
      upsert(FEBRUARY, FEBRUARY);
      upsert(JANUARY, JANUARY);
      database.useTransaction(
          handle ->
              new DelegeringDao(handle)
                  .upsert(new Delegering("10000002", "10100", JANUARY, JANUARY)));

      assertThat(find()).extracting(Delegering::fra).containsExactly(JANUARY, FEBRUARY);
    }

    @Test
    void takeANewEnd() {
      database.useTransaction(
          handle ->
              new DelegeringDao(handle).upsert(new Delegering("10000001", "10100", JANUARY, null)));
      assertThat(find()).extracting(Delegering::til).containsOnlyNulls();

      upsert(JANUARY, FEBRUARY);

      assertThat(find()).extracting(Delegering::til).containsExactly(FEBRUARY);
    }

    @Test
    void endNotBeforeTheyBegin() {
      assertThatThrownBy(() -> new Delegering("10000001", "10100", FEBRUARY, JANUARY))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class Attachments {

    @Test
    void areFoundForOneCitizenAndForMany() {
      long one = borger("0107809001");
      long other = borger("0207809002");
      Tilknytning first = new Tilknytning(one, 2, "11", JANUARY, FEBRUARY);
      Tilknytning second = new Tilknytning(one, 8, "10100", JANUARY, null);
      Tilknytning third = new Tilknytning(other, 2, "11", JANUARY, null);

      database.useTransaction(
          handle -> new TilknytningDao(handle).upsertAll(List.of(third, second, first)));

      assertThat(list(handle -> new TilknytningDao(handle).findByBorger(one)))
          .containsExactly(first, second);
      assertThat(list(handle -> new TilknytningDao(handle).findByBorgere(List.of(other, one))))
          .containsExactly(first, second, third);
      assertThat(list(handle -> new TilknytningDao(handle).findByBorgere(List.of()))).isEmpty();
    }

    @Test
    void areTheSameWhetherTheyAreStoredTogetherOrOneByOne() {
      long together = borger("0107809001");
      long oneByOne = borger("0207809002");
      Random random = new Random(5);
      for (int round = 0; round < 5; round++) {
        List<Tilknytning> rows = Stream.generate(() -> any(together, random)).limit(20).toList();
        database.useTransaction(handle -> new TilknytningDao(handle).upsertAll(rows));
        database.useTransaction(
            handle -> rows.forEach(row -> new TilknytningDao(handle).upsert(of(oneByOne, row))));

        List<Tilknytning> stored =
            list(handle -> new TilknytningDao(handle).findByBorger(together));
        assertThat(list(handle -> new TilknytningDao(handle).findByBorger(oneByOne)))
            .isNotEmpty()
            .isEqualTo(stored.stream().map(row -> of(oneByOne, row)).toList());
      }
    }

    /** One of few keys, so that there are several of each. */
    private static Tilknytning any(long borgerId, Random random) {
      LocalDate til = random.nextBoolean() ? null : FEBRUARY;
      String kode = Integer.toString(11 + random.nextInt(3));
      return new Tilknytning(borgerId, 2, kode, JANUARY.plusDays(random.nextInt(3)), til);
    }

    private static Tilknytning of(long borgerId, Tilknytning row) {
      return new Tilknytning(borgerId, row.organisationstype(), row.kode(), row.fra(), row.til());
    }

    @Test
    void takeANewEndAndLoseIt() {
      long id = borger("0107809001");
      Tilknytning open = new Tilknytning(id, 2, "11", JANUARY, null);
      Tilknytning ended = new Tilknytning(id, 2, "11", JANUARY, FEBRUARY);

      for (Tilknytning row : List.of(open, ended, open)) {
        database.useTransaction(handle -> new TilknytningDao(handle).upsert(row));

        assertThat(list(handle -> new TilknytningDao(handle).findByBorger(id)))
            .containsExactly(row);
      }
    }

    @Test
    void endNotBeforeTheyBegin() {
      assertThatThrownBy(() -> new Tilknytning(1, 2, "11", FEBRUARY, JANUARY))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class GuestAccesses {

    @Test
    void areFoundForOneCitizenAndForMany() {
      long one = borger("0107809001");
      long other = borger("0207809002");
      Gaesteadgang first = new Gaesteadgang(one, 8, "10100", null);
      Gaesteadgang second = new Gaesteadgang(other, 8, "10100", JANUARY);

      database.useTransaction(
          handle -> new GaesteadgangDao(handle).upsertAll(List.of(second, first)));

      assertThat(list(handle -> new GaesteadgangDao(handle).findByBorger(one)))
          .containsExactly(first);
      assertThat(list(handle -> new GaesteadgangDao(handle).findByBorgere(List.of(one, other))))
          .containsExactly(first, second);
    }

    @Test
    void takeANewEnd() {
      long id = borger("0107809001");
      Gaesteadgang renewed = new Gaesteadgang(id, 8, "10100", FEBRUARY);

      database.useTransaction(
          handle -> new GaesteadgangDao(handle).upsert(new Gaesteadgang(id, 8, "10100", JANUARY)));
      database.useTransaction(handle -> new GaesteadgangDao(handle).upsert(renewed));

      assertThat(list(handle -> new GaesteadgangDao(handle).findByBorger(id)))
          .containsExactly(renewed);
    }
  }

  @Nested
  class ReminderSubscriptions {

    @Test
    void existByChannelHoweverOftenTheyAreStored() {
      long id = borger("0107809001");
      Huskeserviceabonnement abonnement = new Huskeserviceabonnement(id, "MAIL");

      database.useTransaction(
          handle ->
              new HuskeserviceabonnementDao(handle).upsertAll(List.of(abonnement, abonnement)));

      assertThat(is(handle -> new HuskeserviceabonnementDao(handle).exists(id, "MAIL"))).isTrue();
      assertThat(is(handle -> new HuskeserviceabonnementDao(handle).exists(id, "SMS"))).isFalse();
    }
  }
}
