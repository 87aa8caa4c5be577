package dk.borgerkontakt.server.sandbox;

import static dk.borgerkontakt.api.model.OrganisationTypeCodelList.AKasse;
import static dk.borgerkontakt.api.model.OrganisationTypeCodelList.AndenAktoer;
import static dk.borgerkontakt.api.model.OrganisationTypeCodelList.Jobcenter;
import static dk.borgerkontakt.api.model.OrganisationTypeCodelList.Kommune;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.api.model.KontaktdataCodelList;
import dk.borgerkontakt.api.model.KontaktdataStatusCodelList;
import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseConfig;
import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.kontaktinformation.KontaktinformationDao;
import dk.borgerkontakt.persistence.organisation.Delegering;
import dk.borgerkontakt.persistence.organisation.DelegeringDao;
import dk.borgerkontakt.persistence.organisation.Organisation;
import dk.borgerkontakt.persistence.organisation.OrganisationDao;
import dk.borgerkontakt.persistence.register.Borger;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.persistence.register.Tilknytning;
import dk.borgerkontakt.persistence.register.TilknytningDao;
import dk.borgerkontakt.server.testing.MutableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxRegisterTest {

  /** In Copenhagen the next day has begun. */
  private static final Instant START = Instant.parse("2026-03-01T23:30:00Z");

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final int VERIFIED = KontaktdataStatusCodelList.Verificeret.value();

  @TempDir Path temp;
  private final MutableClock clock = new MutableClock();
  private final SandboxRegister register =
      new SandboxRegister(clock, ZoneId.of("Europe/Copenhagen"));
  private Database database;
  private RegisterView view;

  @BeforeEach
  void open() {
    clock.set(START);
    database = open("data");
    view = new RegisterView(database);
    register.seed(database);
  }

  private Database open(String folder) {
    return Database.open(
        new DatabaseConfig(
            DatabaseConfig.embeddedUrl(temp.resolve(folder)),
            null,
            null,
            4,
            Duration.ofSeconds(5)));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0107809001 | 2/11 8/10100 7/101 |
          0207809002 | 2/11 8/10100 7/101 | 1:+4520120002:1 3:borger2@example.dk:1
          0307809003 | 2/11 8/10100 7/101 | 1:+4520120003:2 2:+4533120003:1 3:borger3@example.dk:2
          0407809004 | 2/11 8/10100 7/101 | 1:+4520120004:1
          0507809005 | 2/11 8/10100 7/101 | 3:borger5@example.dk:2
          0607809006 | 2/12 8/10200 7/751 | 1:+4520120006:1
          0707809007 | 2/12 8/10200 7/751 | 1:+4520120007:1
          0807809008 | 2/12 8/10200 7/751 | 1:+4520120008:1
          0907809009 | 2/12 8/10200 7/751 | 1:+4520120009:1
          1007809010 |                    | 1:+4520120002:1
          2902009011 | 2/11 8/10100 7/101 |
          3112999012 | 2/11 8/10100 7/101 | 2:+4533120012:1
          """)
  void makesEveryCitizen(String cpr, String attachedTo, String contacts) {
    Borger borger = view.borger(cpr);

    assertThat(borger.doed()).isEqualTo(cpr.equals("0407809004"));
    assertThat(view.currentAttachments(borger)).containsExactlyInAnyOrder(words(attachedTo));
    assertThat(view.contacts(borger)).containsExactly(words(contacts));
  }

  @Test
  void makesTheOrganisationsButNotThoseThatClientsMayNotKnow() {
    assertThat(view.knows(AKasse, "11")).isTrue();
    assertThat(view.knows(AKasse, "12")).isTrue();
    assertThat(view.knows(AKasse, "99")).isFalse();
    assertThat(view.knows(Jobcenter, "10100")).isTrue();
    assertThat(view.knows(Jobcenter, "10200")).isTrue();
    assertThat(view.knows(Jobcenter, "99999")).isFalse();
    assertThat(view.knows(Kommune, "101")).isTrue();
    assertThat(view.knows(Kommune, "751")).isTrue();
    assertThat(view.knows(AndenAktoer, "10000001")).isTrue();
    assertThat(view.knows(AndenAktoer, "10000002")).isTrue();
  }

  @Test
  void makesOneDelegationOneGuestAccessAndOneSubscription() {
    assertThat(view.delegations("10000001", "10100"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.fra()).isBefore(TODAY);
              assertThat(row.til()).isNull();
            });
    assertThat(view.delegations("10000002", "10100")).isEmpty();
    assertThat(view.rows("gaesteadgang")).isEqualTo(1);
    assertThat(view.guestAccesses("0907809009"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.organisationstype()).isEqualTo(Jobcenter.value());
              assertThat(row.kode()).isEqualTo("10100");
              assertThat(row.udloeber()).isNull();
            });
    assertThat(view.rows("huskeserviceabonnement")).isEqualTo(1);
    assertThat(view.isRemindedByMail("0507809005")).isTrue();
  }

  @Test
  void reckonsPastAttachmentsFromTodayAtEachStart() {
    assertThat(view.left("0707809007")).containsExactly(TODAY.minusDays(60));
    assertThat(view.left("0807809008")).containsExactly(TODAY.minusDays(200));

    clock.advance(Duration.ofDays(45));
    register.seed(database);

    assertThat(view.left("0707809007")).containsExactly(TODAY.plusDays(45).minusDays(60));
    assertThat(view.left("0807809008")).containsExactly(TODAY.plusDays(45).minusDays(200));
  }

  @Test
  void changesNothingWhenItIsDoneAgain() {
    List<String> before = view.everything();

    register.seed(database);
    assertThat(view.everything()).isEqualTo(before);

    clock.advance(Duration.ofDays(30));
    register.seed(database);
    clock.advance(Duration.ofDays(-30));
    register.seed(database);
    assertThat(view.everything()).isEqualTo(before);
  }

  @Test
  void keepsWhatUsersChangedThroughTheService() {
    long id = view.id("0207809002");
    int mobile = KontaktdataCodelList.Mobiltelefon.value();
    int mail = KontaktdataCodelList.Mailadresse.value();
    database.useTransaction(
        handle -> {
          KontaktinformationDao dao = new KontaktinformationDao(handle);
          dao.save(new Kontaktinformation(id, mobile, "+4520999999", VERIFIED), START);
          dao.delete(id, mail, START);
        });

    register.seed(database);

    assertThat(view.contacts(view.borger("0207809002"))).containsExactly("1:+4520999999:2");
  }

  @Test
  void keepsWhatUsersImported() {
    long id = view.id("0707809007");
    LocalDate ended = LocalDate.of(2026, 1, 31);
    List<Tilknytning> imported =
        List.of(
            new Tilknytning(id, Kommune.value(), "751", LocalDate.of(2020, 1, 1), ended),
            new Tilknytning(id, AKasse.value(), "11", LocalDate.of(2001, 5, 1), ended),
            new Tilknytning(id, Kommune.value(), "101", ended.plusDays(1), null));
    database.useTransaction(
        handle -> {
          new TilknytningDao(handle).upsertAll(imported);
          new BorgerDao(handle).upsert("0107809001", true);
          new OrganisationDao(handle).upsert(new Organisation(AKasse.value(), "11", "Ny"));
          new DelegeringDao(handle)
              .upsert(new Delegering("10000001", "10100", LocalDate.of(2020, 1, 1), ended));
          new KontaktinformationDao(handle)
              .importAll(
                  List.of(new Kontaktinformation(view.id("0107809001"), 1, "+4520111111", 1)),
                  START);
        });

    clock.advance(Duration.ofDays(1));
    register.seed(database);

    assertThat(view.attachments(id)).containsAll(imported);
    assertThat(view.left("0707809007")).containsExactly(ended, TODAY.plusDays(1).minusDays(60));
    assertThat(view.borger("0107809001").doed()).isTrue();
    assertThat(view.contacts(view.borger("0107809001"))).containsExactly("1:+4520111111:1");
    assertThat(view.delegations("10000001", "10100"))
        .singleElement()
        .satisfies(row -> assertThat(row.til()).isEqualTo(ended));
    assertThat(view.everything()).anyMatch(table -> table.contains("navn=Ny"));
  }

  @Test
  void leavesAPastAttachmentAloneWhoseEndUsersImported() {
    Tilknytning made = view.past("0707809007");
    Tilknytning changed =
        new Tilknytning(made.borgerId(), AKasse.value(), "11", made.fra(), TODAY.minusDays(10));
    database.useTransaction(handle -> new TilknytningDao(handle).upsert(changed));

    clock.advance(Duration.ofDays(5));
    register.seed(database);

    assertThat(view.left("0707809007")).containsExactly(TODAY.minusDays(10));
  }

  @Test
  void startsEvenIfAnImportedAttachmentTakesThePlaceOfTheMovedOne() {
    Tilknytning made = view.past("0707809007");
    Tilknytning inTheWay =
        new Tilknytning(made.borgerId(), AKasse.value(), "11", made.fra().plusDays(1), null);
    database.useTransaction(handle -> new TilknytningDao(handle).upsert(inTheWay));

    clock.advance(Duration.ofDays(1));
    register.seed(database);

    assertThat(view.attachments(made.borgerId())).contains(made, inTheWay);
  }

  @Test
  void doesNotMakeACitizenAgainWhoseNumberChanged() {
    long id = view.id("0707809007");
    database.useTransaction(
        handle -> new BorgerDao(handle).changeCpr("0707809007", "0707809999", START));
    long citizens = view.rows("borger");

    clock.advance(Duration.ofDays(1));
    register.seed(database);

    assertThat(view.rows("borger")).isEqualTo(citizens);
    assertThat(view.find("0707809007")).isEmpty();
    assertThat(view.id("0707809999")).isEqualTo(id);
    assertThat(view.left("0707809999")).containsExactly(TODAY.plusDays(1).minusDays(60));
  }

  @Test
  void doesNotFillACitizenWhoWasImportedBeforeTheSandboxWasMade() {
    try (Database other = open("other")) {
      other.useTransaction(handle -> new BorgerDao(handle).upsert("0207809002", false));

      register.seed(other);

      long id =
          other.withHandle(
              handle -> new BorgerDao(handle).findByCpr("0207809002").orElseThrow().id());
      assertThat(
              other.<List<Kontaktinformation>>withHandle(
                  handle -> new KontaktinformationDao(handle).findByBorger(id)))
          .isEmpty();
    }
  }

  @Test
  void standsTwoProcessesThatStartAtOnce() throws Exception {
    try (Database other = open("other")) {
      CyclicBarrier start = new CyclicBarrier(2);
      ExecutorService pool = Executors.newFixedThreadPool(2);
      try {
        Callable<Boolean> seed =
            () -> {
              start.await();
              register.seed(other);
              return true;
            };
        for (Future<Boolean> done : pool.invokeAll(List.of(seed, seed))) {
          assertThat(done.get()).isTrue();
        }
      } finally {
        pool.shutdownNow();
      }

      assertThat(
              new RegisterView(other)
                  .everything().stream().map(SandboxRegisterTest::lines).toList())
          .isEqualTo(view.everything().stream().map(SandboxRegisterTest::lines).toList());
    }
  }

  private static long lines(String text) {
    return text.lines().count();
  }

  private static String[] words(String text) {
    return text == null ? new String[0] : text.split(" ", -1);
  }
}
