package dk.borgerkontakt.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.outbox.MessageState;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.TakenMessages;
import dk.borgerkontakt.server.testing.TestSmsCentre;
import dk.borgerkontakt.server.testing.TestSmsGateway;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of codes when the gateway is away, and the service is killed as well. */
@Tag("slow")
@Timeout(400)
class GatewayOutageIT {

  private static final int CITIZENS = 9000;
  private static final Duration REST = Duration.ofMillis(100);

  /** Messages that may wait for the centre's answer at the same time; the default. */
  private static final int WINDOW = 10;

  private static final Duration OUTAGE = Duration.ofMinutes(1);

  private static final String LIFETIME_KEY = "borgerkontakt.verification.code-lifetime-sms";

  /** A code of the outage's beginning dies in it, one of its end lives on. */
  private static final String LIFETIME = "PT50S";

  /** All that the service waits for: the session, the next attempt, a lease. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path temp;

  @Test
  void deliversEachCodeOnceOrDropsItWhenTheGatewayIsAwayForAMinuteAndTheServiceIsKilled()
      throws Exception {
    Path data = temp.resolve("data");
    LoadCitizens.imported(data, temp.resolve("register"), CITIZENS);
    Load load = new Load(CITIZENS, REST);
    try (TestSmsCentre centre = TestSmsCentre.start()) {
      Path config = config(smpp(centre));
      Instant outage;
      try (JarProcess service = start(data, config)) {
        load.start(service.address());
        await("codes", () -> load.accepted().size() >= 200);
        centre.stop();
        outage = Instant.now();
        await("half of the outage", () -> hasPassed(outage, OUTAGE.dividedBy(2)));
        service.kill();
        service.exitCode();
        load.join();
      }
      try (JarProcess service = start(data, config);
          Messages messages = new Messages(data)) {
        load.start(service.address());
        await("the end of the outage", () -> hasPassed(outage, OUTAGE));
        int acceptedBefore = load.accepted().size();
        centre.startAgain();
        await("more codes", () -> load.accepted().size() >= acceptedBefore + 400);
        load.stop();
        await("an empty queue", () -> messages.count(MessageState.QUEUED) == 0);
        centre.taken().messages().forEach(sms -> centre.receipt(sms.id(), "DELIVRD", "000"));
        await("receipts", () -> messages.count(MessageState.SENT) == 0);

        check(load.accepted(), messages.states(), smsByNumber(centre.taken()));
      }
    }
  }

  private static void check(
      List<String> accepted, Map<String, List<MessageState>> states, Map<String, Long> sms) {
    Map<MessageState, Long> fates = fates(accepted, states);
    System.out.printf(
        "gateway away for %s, kill -9 in the middle: %d codes accepted, %s; %d SMS at the centre,"
            + " %d numbers with more than one%n",
        OUTAGE,
        accepted.size(),
        fates,
        sms.values().stream().mapToLong(Long::longValue).sum(),
        sms.values().stream().filter(count -> count > 1).count());
    assertThat(states.keySet()).containsAll(accepted);
    assertThat(states.values()).allSatisfy(each -> assertThat(each).hasSize(1));
    assertThat(fates.keySet())
        .containsExactlyInAnyOrder(MessageState.DELIVERED, MessageState.DROPPED);
    assertThat(sms.values()).as("SMS to one number").containsOnly(1L);
    assertThat(sms.keySet()).containsAll(numbersOf(MessageState.DELIVERED, states));
    // What the centre took at the moment it went away, without an answer, is unknown to us.
    assertThat(sms)
        .hasSizeLessThanOrEqualTo(numbersOf(MessageState.DELIVERED, states).size() + WINDOW);
  }

  private static Map<MessageState, Long> fates(
      List<String> accepted, Map<String, List<MessageState>> states) {
    return accepted.stream()
        .collect(Collectors.groupingBy(number -> states.get(number).get(0), Collectors.counting()));
  }

  @Test
  void killsCostNoCodeAndDeliverNoneTwiceWhereTheGatewayKnowsTheMessage() throws Exception {
    Path data = temp.resolve("data");
    LoadCitizens.imported(data, temp.resolve("register"), CITIZENS);
    Load load = new Load(CITIZENS);
    try (TestSmsGateway gateway = TestSmsGateway.start()) {
      Map<String, String> settings = new TreeMap<>(gateway.settings());
      settings.put(LIFETIME_KEY, "PT1H");
      Path config = config(settings);
      for (int kill = 1; kill <= 3; kill++) {
        int enough = 250 * kill;
        try (JarProcess service = start(data, config)) {
          load.start(service.address());
          await("codes", () -> load.accepted().size() >= enough);
          service.kill();
          service.exitCode();
          load.join();
        }
      }
      try (JarProcess service = start(data, config);
          Messages messages = new Messages(data)) {
        assertThat(service.address()).isNotEmpty();
        await("an empty queue", () -> messages.count(MessageState.QUEUED) == 0);
        long twice =
            gateway.delivered().stream().filter(sms -> gateway.requests(sms.id()) > 1).count();
        System.out.printf(
            "kill -9 in full flow 3 times: %d codes accepted, %s; %d SMS delivered, %d of them"
                + " handed over twice and known by their id%n",
            load.accepted().size(),
            fates(load.accepted(), messages.states()),
            gateway.delivered().size(),
            twice);
        Map<String, Long> sms =
            gateway.delivered().stream()
                .collect(
                    Collectors.groupingBy(TestSmsGateway.Sms::modtager, Collectors.counting()));
        assertThat(sms.keySet()).containsAll(load.accepted());
        assertThat(sms.values()).as("SMS to one number").containsOnly(1L);
      }
    }
  }

  private static JarProcess start(Path data, Path config) throws Exception {
    return JarProcess.start(data, "serve", "--config", config.toString());
  }

  private static Map<String, String> smpp(TestSmsCentre centre) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("borgerkontakt.sms.gateway", "smpp");
    settings.put("borgerkontakt.sms.sender", "Kontakt");
    settings.put("borgerkontakt.sms.smpp.host", "127.0.0.1");
    settings.put("borgerkontakt.sms.smpp.port", Integer.toString(centre.port()));
    settings.put("borgerkontakt.sms.smpp.system-id", TestSmsCentre.SYSTEM_ID);
    settings.put("borgerkontakt.sms.smpp.password", TestSmsCentre.PASSWORD);
    settings.put(LIFETIME_KEY, LIFETIME);
    return settings;
  }

  /** A file, since a sandbox names each number that a gateway may send to. */
  private Path config(Map<String, String> settings) throws Exception {
    settings.put(
        "borgerkontakt.messages.sandbox-recipients",
        IntStream.range(0, CITIZENS).mapToObj(Load::mobile).collect(Collectors.joining(",")));
    List<String> lines =
        settings.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue().strip())
            .toList();
    return Files.write(temp.resolve("service.properties"), lines, UTF_8);
  }

  private static boolean hasPassed(Instant begin, Duration duration) {
    return !Instant.now().isBefore(begin.plus(duration));
  }

  private static Map<String, Long> smsByNumber(TakenMessages taken) {
    return taken.messages().stream()
        .collect(
            Collectors.groupingBy(
                sms -> "+" + sms.recipient().replaceFirst(".*/", ""), Collectors.counting()));
  }

  private static Set<String> numbersOf(MessageState state, Map<String, List<MessageState>> states) {
    return states.entrySet().stream()
        .filter(entry -> entry.getValue().contains(state))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static void await(String what, BooleanSupplier condition) {
    Await.until(
        what, PATIENCE, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }
}
