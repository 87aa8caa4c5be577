package dk.borgerkontakt.server.suite;

import static dk.borgerkontakt.server.testing.Register.A_KASSE;
import static dk.borgerkontakt.server.testing.Register.JOBCENTER;
import static dk.borgerkontakt.server.testing.Register.KOMMUNE;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The column "Tidligere egne borgere": both ends of its windows, and where a day begins. */
class FormerCitizensTest {

  private static final int YES = 9159;
  private static final int NO = 4575;
  private static final String COLUMN = "Tidligere egne borgere";

  @AutoClose
  private static final TestServer server =
      TestServer.with()
          .contract(
              contract -> {
                Crosses.removeAll(contract);
                for (String operation :
                    new String[] {"getKontaktinformation", "getKontaktinformationMobilNr"}) {
                  for (String row : new String[] {"A-kasse", "JobCenter", "Kommune"}) {
                    Crosses.addTo(operation, row, COLUMN).accept(contract);
                  }
                }
              })
          .start();

  private final Register register = server.register();

  @ParameterizedTest
  @CsvSource({
    "-400, -121, 4575",
    "-400, -120, 9159",
    "-400, -1, 9159",
    "-400, 0, 9159",
    "-400, 1, 9159",
    "-400, , 9159",
    "0, , 9159",
    "120, , 9159",
    "121, , 4575",
    "120, 300, 9159",
    "121, 300, 4575"
  })
  void anAKasseFrom120DaysBeforeTo120DaysAfter(int from, Integer to, int outcome) {
    assertThat(read("akasse-11", attached(A_KASSE, "11", from, to))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "-400, -121, 4575",
    "-400, -120, 9159",
    "-400, -1, 9159",
    "-400, 0, 4575",
    "-400, 1, 4575",
    "-400, , 4575",
    "1, , 4575"
  })
  void theOthersWithin120DaysAfter(int from, Integer to, int outcome) {
    assertThat(read("jobcenter-10100", attached(JOBCENTER, "10100", from, to))).isEqualTo(outcome);
    assertThat(read("kommune-101", attached(KOMMUNE, "101", from, to))).isEqualTo(outcome);
  }

  @Test
  void oneOfSeveralPeriodsIsEnough() {
    String cpr = attached(A_KASSE, "11", -900, -500);
    register.attach(
        cpr, A_KASSE, "11", register.today().minusDays(300), register.today().minusDays(119));

    assertThat(read("akasse-11", cpr)).isEqualTo(YES);
    assertThat(read("akasse-12", cpr)).isEqualTo(NO);
  }

  @Test
  void theSandboxHasOneOfEach() {
    assertThat(read("akasse-11", "0707809007")).isEqualTo(200);
    assertThat(read("akasse-11", "0807809008")).isEqualTo(NO);
    assertThat(server.as("akasse-11").byMobile("20120007").send().borgerer())
        .containsExactly("0707809007");
    assertThat(server.as("akasse-11").byMobile("20120008").send().borgerer()).isEmpty();
  }

  /** 31 January ends an hour before midnight UTC in winter. */
  @Test
  void daysAreThoseOfCopenhagen() {
    try (TestServer own = TestServer.start()) {
      LocalDate lastDay = own.register().today().plusDays(40);
      Instant midnight =
          lastDay.plusDays(1).atStartOfDay(ZoneId.of("Europe/Copenhagen")).toInstant();
      String leaves = own.register().newStranger();
      own.register().attach(leaves, A_KASSE, "11", lastDay.minusDays(9), lastDay);
      String comes = own.register().newStranger();
      own.register().attach(comes, A_KASSE, "11", lastDay.plusDays(1), null);

      own.clock().set(midnight.minusSeconds(1));
      assertThat(own.as("akasse-11").read(leaves).send().outcome()).isEqualTo(YES);
      assertThat(own.as("akasse-11").read(comes).send().outcome()).isEqualTo(NO);

      own.clock().set(midnight);
      assertThat(own.as("akasse-11").read(leaves).send().outcome()).isEqualTo(NO);
      assertThat(own.as("akasse-11").read(comes).send().outcome()).isEqualTo(YES);
    }
  }

  private String attached(int type, String code, int from, Integer to) {
    String cpr = register.newStranger();
    LocalDate today = register.today();
    register.attach(cpr, type, code, today.plusDays(from), to == null ? null : today.plusDays(to));
    return cpr;
  }

  private static int read(String client, String cpr) {
    return server.as(client).read(cpr).send().outcome();
  }
}
