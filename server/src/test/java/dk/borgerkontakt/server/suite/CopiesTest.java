package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Postgresql;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two copies of the service on one PostgreSQL: every limit is that of both together, and a restart
 * forgets none.
 */
class CopiesTest {

  private static final int PER_ORGANISATION = 20;
  private static final int PER_PREFIX = 10;

  private static Postgresql postgresql;
  private static TestServer first;
  private static TestServer second;

  @BeforeAll
  static void open() {
    postgresql = Postgresql.empty();
    first =
        TestServer.with()
            .database(postgresql.url())
            .setting("borgerkontakt.messages.per-organisation", "" + PER_ORGANISATION)
            .setting("borgerkontakt.sms.prefix-budgets", "45=50000,4529=" + PER_PREFIX)
            .start();
    second = first.copy();
  }

  @AfterAll
  static void close() {
    if (postgresql != null) {
      second.close();
      first.close();
      postgresql.close();
    }
  }

  private final String email = Register.freeEmail();

  @Test
  void aCodeAllowsFiveAttempts() {
    String citizen = withMail(email);
    assertThat(ask(second, citizen)).isEqualTo(202);
    String code = first.outbox().nextCode(email);

    List<Integer> outcomes = atOnce(30, i -> server -> verify(server, citizen, Codes.wrong(code)));

    assertThat(Collections.frequency(outcomes, 90001)).isEqualTo(5);
    assertThat(Collections.frequency(outcomes, 90002)).isEqualTo(25);
    assertThat(verify(first, citizen, code)).isEqualTo(90002);
    assertThat(verify(second, citizen, code)).isEqualTo(90002);
  }

  @Test
  void aCodeOfOneCopyIsGoodAtTheOtherAndUsedOnce() {
    String citizen = withMail(email);
    assertThat(ask(first, citizen)).isEqualTo(202);
    String code = first.outbox().nextCode(email);

    List<Integer> outcomes = atOnce(5, i -> server -> verify(server, citizen, code));

    assertThat(outcomes).containsOnlyOnce(204);
    assertThat(first.outbox().messages(email)).hasSize(1);
  }

  @Test
  void sixtySecondsLieBetweenTwoCodesToOneAddress() {
    List<String> citizens = IntStream.range(0, 12).mapToObj(i -> withMail(email)).toList();

    assertThat(atOnce(12, i -> server -> ask(server, citizens.get(i)))).containsOnlyOnce(202);

    first.clock().advance(Duration.ofSeconds(60));
    assertThat(atOnce(12, i -> server -> ask(server, citizens.get(i)))).containsOnlyOnce(202);
  }

  @Test
  void fiveCodesInADay() {
    String citizen = withMail(email);
    for (int i = 0; i < 5; i++) {
      assertThat(ask(i % 2 == 0 ? first : second, citizen)).isEqualTo(202);
      first.clock().advance(Duration.ofSeconds(60));
    }

    assertThat(ask(first, citizen)).isEqualTo(90002);
    assertThat(ask(second, citizen)).isEqualTo(90002);
  }

  @Test
  void aRequestIdIsUsedOnce() {
    String id = UUID.randomUUID().toString();
    List<String> citizens =
        IntStream.range(0, 12).mapToObj(i -> first.register().newCitizen()).toList();

    List<Integer> outcomes =
        atOnce(
            12,
            i ->
                server ->
                    server
                        .as("akasse-11")
                        .create(citizens.get(i), 1, Register.freeMobile())
                        .requestId(id)
                        .send()
                        .outcome());

    assertThat(outcomes).containsOnlyOnce(204);
    assertThat(Collections.frequency(outcomes, 90003)).isEqualTo(11);
  }

  @Test
  void anOrganisationHasItsBudget() {
    List<String> citizens =
        IntStream.range(0, 32).mapToObj(i -> withMail(Register.freeEmail())).toList();

    List<Integer> outcomes =
        atOnce(
            32, i -> server -> server.as("kommune-101").code(citizens.get(i), 3).send().outcome());

    assertThat(Collections.frequency(outcomes, 202)).isEqualTo(PER_ORGANISATION);
    assertThat(Collections.frequency(outcomes, 90002)).isEqualTo(32 - PER_ORGANISATION);
    assertThat(used("organisation 7/101")).isEqualTo(PER_ORGANISATION);
  }

  @Test
  void aPrefixHasItsBudget() {
    List<String> citizens =
        IntStream.range(0, 32).mapToObj(i -> withMobile("+452988%04d".formatted(i))).toList();

    List<Integer> outcomes =
        atOnce(
            32,
            i -> server -> server.as("jobcenter-10100").code(citizens.get(i), 1).send().outcome());

    assertThat(Collections.frequency(outcomes, 202)).isEqualTo(PER_PREFIX);
    assertThat(Collections.frequency(outcomes, 90002)).isEqualTo(32 - PER_PREFIX);
    assertThat(used("prefix 4529")).isEqualTo(PER_PREFIX);
    assertThat(used("organisation 8/10100")).isEqualTo(PER_PREFIX);
  }

  @Test
  void aRestartForgetsNothing() {
    String citizen = withMail(email);
    String id = UUID.randomUUID().toString();
    String code;
    try (TestServer before = first.copy()) {
      Caller star = before.as("star");
      assertThat(star.code(citizen, 3).requestId(id).send().status()).isEqualTo(202);
      code = first.outbox().nextCode(email);
      for (int i = 0; i < 5; i++) {
        assertThat(verify(before, citizen, Codes.wrong(code))).isEqualTo(90001);
      }
      for (int i = 1; i < PER_ORGANISATION; i++) {
        assertThat(star.code(withMail(Register.freeEmail()), 3).send().status()).isEqualTo(202);
      }
    }

    try (TestServer after = first.copy()) {
      assertThat(verify(after, citizen, code)).isEqualTo(90002);
      assertThat(ask(after, citizen)).isEqualTo(90002);
      Caller star = after.as("star");
      assertThat(star.code(citizen, 3).requestId(id).send().outcome()).isEqualTo(90003);
      String other = withMail(Register.freeEmail());
      assertThat(star.code(other, 3).send().outcome()).isEqualTo(90002);
      assertThat(ask(after, other)).isEqualTo(202);
    }
  }

  /** As many at once, on the two copies in turn. */
  private static List<Integer> atOnce(
      int count, Function<Integer, Function<TestServer, Integer>> call) {
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TestServer server = i % 2 == 0 ? first : second;
      Function<TestServer, Integer> one = call.apply(i);
      tasks.add(() -> one.apply(server));
    }
    return AtOnce.run(tasks);
  }

  private static String withMail(String address) {
    return with(3, address);
  }

  private static String withMobile(String number) {
    return with(1, number);
  }

  private static String with(int type, String address) {
    String citizen = first.register().newCitizen();
    assertThat(first.as("akasse-11").create(citizen, type, address).send().status()).isEqualTo(204);
    return citizen;
  }

  private static int ask(TestServer server, String citizen) {
    return server.as("akasse-11").code(citizen, 3).send().outcome();
  }

  private static int verify(TestServer server, String citizen, String code) {
    return server.as("akasse-11").verify(citizen, 3, code).send().outcome();
  }

  private static int used(String key) {
    Map<String, Object> row =
        first.register().rows("select antal from beskedbudget where noegle = ?", key).get(0);
    return (int) row.get("antal");
  }
}
