package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a day's codes may cost. Each test has a day of its own. */
class BudgetTest {

  private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
  private static final int PER_ORGANISATION = 6;
  private static final AtomicInteger NEXT = new AtomicInteger(1);

  @AutoClose
  private static final TestServer server =
      TestServer.with()
          .setting("borgerkontakt.messages.per-organisation", "" + PER_ORGANISATION)
          .setting("borgerkontakt.sms.prefix-budgets", "45=5,4521=2,452199=0")
          .start();

  private final Caller akasse = server.as("akasse-11");
  private final Caller kommune = server.as("kommune-101");

  @BeforeEach
  void nextDay() {
    Instant noon =
        server.register().today().plusDays(1).atTime(12, 0).atZone(COPENHAGEN).toInstant();
    server.clock().set(noon);
  }

  @Test
  void anOrganisationHasSoManyADay() {
    for (int i = 0; i < PER_ORGANISATION; i++) {
      assertThat(mail(akasse).status()).isEqualTo(202);
    }

    Answer refused = mail(akasse);

    assertThat(refused.outcome()).isEqualTo(90002);
    assertThat(refused.header("Retry-After")).isEqualTo(seconds(Duration.ofHours(12)));
    assertThat(mail(kommune).status()).isEqualTo(202);
    server.clock().advance(Duration.ofHours(12).minusSeconds(1));
    assertThat(mail(akasse).header("Retry-After")).isEqualTo("1");
    server.clock().advance(Duration.ofSeconds(1));
    assertThat(mail(akasse).status()).isEqualTo(202);
  }

  @Test
  void bothChannelsCountForTheOrganisation() {
    for (int i = 0; i < 3; i++) {
      assertThat(sms(akasse, "20").status()).isEqualTo(202);
      assertThat(mail(akasse).status()).isEqualTo(202);
    }

    assertThat(mail(akasse).outcome()).isEqualTo(90002);
    assertThat(sms(akasse, "20").outcome()).isEqualTo(90002);
  }

  @Test
  void aNoticeCountsAndIsLeftOutWhenNothingIsLeft() {
    String citizen = server.register().newCitizen();
    int before = server.register().rows("select id from outbox").size();

    for (int i = 0; i < 3; i++) {
      akasse.create(citizen, 1, number("21")).send();
      akasse.status(citizen, 1, 2).send();
      assertThat(akasse.create(citizen, 1, null).send().status()).isEqualTo(204);
    }

    assertThat(server.register().rows("select id from outbox")).hasSize(before + 2);
    assertThat(used()).containsEntry("prefix 4521", 2).containsEntry("prefix 45", 2);
    assertThat(sms(kommune, "21").outcome()).isEqualTo(90002);
    assertThat(sms(kommune, "20").status()).isEqualTo(202);
  }

  /** On the day that the clocks change, which has 23 hours or 25. */
  @Test
  void theDayIsThatOfTheTimeZone() {
    Instant change = COPENHAGEN.getRules().nextTransition(server.clock().instant()).getInstant();
    LocalDate day = LocalDate.ofInstant(change, COPENHAGEN);
    Instant midnight = day.atStartOfDay(COPENHAGEN).toInstant();
    server.clock().set(midnight.minusSeconds(1));
    assertThat(sms(akasse, "21").status()).isEqualTo(202);
    assertThat(sms(akasse, "21").status()).isEqualTo(202);
    assertThat(sms(akasse, "21").header("Retry-After")).isEqualTo("1");
    server.clock().set(midnight);
    assertThat(sms(akasse, "21").status()).isEqualTo(202);
    assertThat(sms(akasse, "21").status()).isEqualTo(202);

    Duration wait =
        Duration.between(midnight, day.plusDays(1).atStartOfDay(COPENHAGEN).toInstant());

    assertThat(wait).isNotEqualTo(Duration.ofHours(24));
    assertThat(sms(akasse, "21").header("Retry-After")).isEqualTo(seconds(wait));
  }

  @Test
  void everyPrefixThatFitsCounts() {
    assertThat(sms(akasse, "21").status()).isEqualTo(202);
    assertThat(sms(kommune, "21").status()).isEqualTo(202);
    assertThat(sms(kommune, "21").outcome()).isEqualTo(90002);
    for (int i = 0; i < 3; i++) {
      assertThat(sms(akasse, "20").status()).isEqualTo(202);
    }

    assertThat(sms(akasse, "20").outcome()).isEqualTo(90002);
    assertThat(sms(kommune, "20").header("Retry-After")).isEqualTo(seconds(Duration.ofHours(12)));
    assertThat(mail(akasse).status()).isEqualTo(202);
    assertThat(used())
        .isEqualTo(
            Map.of(
                "organisation 2/11", 5, "organisation 7/101", 1, "prefix 45", 5, "prefix 4521", 2));
  }

  @Test
  void zeroOfAPrefixIsNone() {
    assertThat(sms(akasse, "2199").outcome()).isEqualTo(90002);
    assertThat(used()).isEmpty();
  }

  @Test
  void whatIsRefusedUsesNothing() {
    String citizen = server.register().newCitizen();
    assertThat(akasse.code(citizen, 3).send().outcome()).isEqualTo(9159);
    akasse.create(citizen, 1, "+46701740602", 2, "33120003", 3, Register.freeEmail()).send();
    assertThat(akasse.code(citizen, 3).requestId(citizen).send().status()).isEqualTo(202);
    for (int i = 0; i < PER_ORGANISATION; i++) {
      assertThat(akasse.code(citizen, 1).send().outcome()).isEqualTo(9240);
      assertThat(akasse.code(citizen, 2).send().outcome()).isEqualTo(9240);
      assertThat(akasse.code(citizen, 3).send().outcome()).isEqualTo(90002);
      assertThat(akasse.code(citizen, 3).requestId(citizen).send().outcome()).isEqualTo(90003);
    }

    assertThat(used()).isEqualTo(Map.of("organisation 2/11", 1));
  }

  @Test
  void aRefusalLeavesTheLiveCodeAndTakesNoPauseAndNoId() {
    String citizen = server.register().newCitizen();
    String address = Register.freeEmail();
    akasse.create(citizen, 3, address).send();
    akasse.code(citizen, 3).send();
    String code = server.outbox().nextCode(address);
    for (int i = 1; i < PER_ORGANISATION; i++) {
      mail(akasse);
    }
    server.clock().advance(Duration.ofSeconds(60));

    assertThat(akasse.code(citizen, 3).requestId(citizen).send().outcome()).isEqualTo(90002);

    assertThat(akasse.verify(citizen, 3, code).requestId(citizen).send().status()).isEqualTo(204);
    kommune.status(citizen, 3, 1).send();
    assertThat(kommune.code(citizen, 3).send().status()).isEqualTo(202);
  }

  @Test
  void anotherActorAndTheAgencyAreCharged() {
    String citizen = server.register().newCitizen();
    akasse.create(citizen, 1, number("20"), 3, Register.freeEmail()).send();

    assertThat(server.as("star").code(citizen, 1).send().status()).isEqualTo(202);
    Caller actor = server.as("andenaktoer-10000001");
    assertThat(actor.code(citizen, 3).onBehalfOf("8", "10100").send().status()).isEqualTo(202);

    assertThat(used().keySet())
        .containsExactlyInAnyOrder("organisation 1", "organisation 4/10000001", "prefix 45");
  }

  @Test
  void withoutALimitNothingIsCounted() {
    try (TestServer unlimited =
        TestServer.with().setting("borgerkontakt.messages.per-organisation", "0").start()) {
      Caller caller = unlimited.as("akasse-11");
      caller.create("0107809001", 3, Register.freeEmail()).send();

      assertThat(caller.code("0107809001", 3).send().status()).isEqualTo(202);
      assertThat(unlimited.register().rows("select noegle from beskedbudget")).isEmpty();
    }
  }

  private static Answer mail(Caller caller) {
    return ask(caller, 3, Register.freeEmail());
  }

  private static Answer sms(Caller caller, String begin) {
    return ask(caller, 1, number(begin));
  }

  private static String number(String begin) {
    String rest = "5%05d".formatted(NEXT.getAndIncrement());
    return "+45" + begin + (begin.length() == 2 ? rest : "5" + rest.substring(3));
  }

  private static Answer ask(Caller caller, int type, String address) {
    String citizen = server.register().newCitizen();
    assertThat(caller.create(citizen, type, address).send().status()).isEqualTo(204);
    return caller.code(citizen, type).send();
  }

  private static Map<String, Integer> used() {
    return server
        .register()
        .rows("select noegle, antal from beskedbudget where dag = ?", server.register().today())
        .stream()
        .collect(
            Collectors.toMap(row -> (String) row.get("noegle"), row -> (int) row.get("antal")));
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }
}
