package dk.borgerkontakt.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.management.OperatingSystemMXBean;
import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseConfig;
import dk.borgerkontakt.persistence.outbox.OutboxDao;
import dk.borgerkontakt.server.config.messages.MailSettings;
import dk.borgerkontakt.server.config.messages.MailSettings.Security;
import dk.borgerkontakt.server.config.messages.MessageSettings;
import dk.borgerkontakt.server.config.messages.MessageSettings.Language;
import dk.borgerkontakt.server.config.messages.SmsSettings;
import dk.borgerkontakt.server.delivery.OutboxFixture.Workers;
import dk.borgerkontakt.server.gateway.Gateways;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.Postgresql;
import dk.borgerkontakt.server.testing.TestSmsCentre;
import dk.borgerkontakt.server.testing.TestSmsGateway;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How many messages a worker gets rid of in a second, by each gateway and from each database. */
@Tag("slow")
@Timeout(900)
class ThroughputIT {

  private static final int MESSAGES = 3000;

  /** So many first, which are not held against the clock: the virtual machine is cold. */
  private static final int WARM_UP = 500;

  private static final int WINDOW = 10;
  private static final int CONNECTIONS = 8;
  private static final int AT_LEAST_A_SECOND = 200;
  private static final int FINISHED = 50_000;
  private static final int PURGED_AT_ONCE = 1000;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  @TempDir Path temp;

  @Test
  void onAnH2File() throws Exception {
    String url = DatabaseConfig.embeddedUrl(temp);
    try (Database database = open(url)) {
      measure("H2 file", database);
    }
  }

  @Test
  void onPostgresql() throws Exception {
    try (Postgresql postgresql = Postgresql.empty();
        Database database = open(postgresql.url())) {
      measure("PostgreSQL", database);
    }
  }

  private static Database open(String url) {
    return Database.open(new DatabaseConfig(url, null, null, 16, Duration.ofSeconds(5)));
  }

  private static void measure(String name, Database database) throws Exception {
    for (int messages : new int[] {WARM_UP, MESSAGES}) {
      smpp(name, database, messages, 0);
      https(name, database, messages);
      mail(name, database, messages);
    }
    smpp(name, database, MESSAGES, FINISHED);
    purge(name, database);
  }

  /** A month's messages, as after a long standstill of the housekeeping. */
  private static void purge(String name, Database database) {
    long begin = System.nanoTime();
    int purged = 0;
    int batch;
    do {
      batch =
          database.inTransaction(
              handle -> new OutboxDao(handle).purgeBefore(Instant.now(), PURGED_AT_ONCE));
      purged += batch;
    } while (batch == PURGED_AT_ONCE);
    System.out.printf("%-22s %d rows purged in %d ms%n", name, purged, millisSince(begin));
    assertThat(purged).isEqualTo(FINISHED + MESSAGES);
  }

  private static long millisSince(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin).toMillis();
  }

  private static void smpp(String name, Database database, int messages, int finished)
      throws Exception {
    try (TestSmsCentre centre = TestSmsCentre.start();
        OutboxFixture fixture = new OutboxFixture(database)) {
      fill(fixture, finished);
      SmsSettings.Smpp smpp =
          new SmsSettings.Smpp(
              "127.0.0.1",
              centre.port(),
              false,
              TestSmsCentre.SYSTEM_ID,
              TestSmsCentre.PASSWORD,
              "",
              Duration.ofSeconds(30));
      measure(
          name + (finished > 0 ? ", 50,000 rows" : ""),
          "SMPP",
          fixture,
          messages(Kanal.SMS, messages),
          settings(null, smpp));
      assertThat(centre.taken().messages())
          .extracting(sms -> sms.text())
          .doesNotHaveDuplicates()
          .hasSize(messages);
    }
  }

  private static void https(String name, Database database, int messages) throws Exception {
    try (TestSmsGateway gateway = TestSmsGateway.start();
        OutboxFixture fixture = new OutboxFixture(database)) {
      Map<String, String> keys = gateway.settings();
      SmsSettings.Https https =
          new SmsSettings.Https(
              gateway.url(),
              Map.of(),
              keys.get("borgerkontakt.sms.https.body"),
              new SmsSettings.Rule("/status", "accepted"),
              "/id",
              List.of(),
              List.of());
      measure(name, "HTTPS", fixture, messages(Kanal.SMS, messages), settings(null, https));
      assertThat(gateway.delivered())
          .hasSize(messages)
          .allSatisfy(sms -> assertThat(gateway.requests(sms.id())).isEqualTo(1));
    }
  }

  private static void mail(String name, Database database, int messages) throws Exception {
    GreenMail relay = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    relay.start();
    try (OutboxFixture fixture = new OutboxFixture(database)) {
      MailSettings mail =
          new MailSettings(
              "127.0.0.1",
              relay.getSmtp().getPort(),
              Security.NONE,
              null,
              "kontakt@example.dk",
              null,
              TIMEOUT,
              CONNECTIONS);
      measure(name, "SMTP", fixture, messages(Kanal.MAIL, messages), settings(mail, null));
      assertThat(List.of(relay.getReceivedMessages()))
          .extracting(received -> received.getMessageID())
          .doesNotHaveDuplicates()
          .hasSize(messages);
    } finally {
      relay.stop();
    }
  }

  private static MessageSettings settings(
      @Nullable MailSettings mail, SmsSettings.@Nullable Gateway gateway) {
    return new MessageSettings(
        mail,
        gateway == null ? null : new SmsSettings(gateway, "Kontakt", WINDOW, TIMEOUT, null),
        new MessageSettings.Texts(Language.DA, null),
        new MessageSettings.Limits(0, Map.of(), Set.of("45")),
        true,
        Duration.ofDays(30),
        Set.of());
  }

  /** From the start of the workers until the last message is noted as sent. */
  private static void measure(
      String database,
      String gateway,
      OutboxFixture fixture,
      List<Message> messages,
      MessageSettings settings) {
    fixture.clock.set(Instant.now());
    fixture.enqueueAll(messages);
    long cpu = PROCESS.getProcessCpuTime();
    long begin = System.nanoTime();
    Workers workers =
        fixture.start(
            fixture.outbox,
            Clock.systemUTC(),
            receipts -> Gateways.open(settings, receipts, Clock.systemUTC()));
    Await.until(
        "all messages",
        Duration.ofMinutes(2),
        () -> workers.sent() == messages.size() ? Optional.of(true) : Optional.empty());
    double seconds = (System.nanoTime() - begin) / 1e9;
    double rate = messages.size() / seconds;
    double cpuMillis = (PROCESS.getProcessCpuTime() - cpu) / 1e6;
    System.out.printf(
        "%-22s %-6s %5.0f messages/s, %.2f ms of CPU each, retried %d%n",
        database, gateway, rate, cpuMillis / messages.size(), workers.retried());
    if (messages.size() > WARM_UP) {
      assertThat(rate).isGreaterThan(AT_LEAST_A_SECOND);
    }
  }

  private static List<Message> messages(Kanal kanal, int count) {
    return IntStream.range(0, count).mapToObj(i -> message(kanal, i)).toList();
  }

  private static Message message(Kanal kanal, int number) {
    return new Message(
        UUID.randomUUID(),
        kanal,
        kanal == Kanal.SMS ? OutboxFixture.NUMBER : "borger@example.net",
        kanal == Kanal.SMS ? null : "Din kode",
        "Din kode er %06d".formatted(number),
        Instant.now());
  }

  /** What thirty days leave behind. */
  private static void fill(OutboxFixture fixture, int finished) {
    fixture.database.useTransaction(
        handle ->
            handle.execute(
                """
                insert into outbox (id, borger_id, kanal, oprettet, udloeber, naeste_forsoeg,
                  tilstand, afsluttet, gateway_id)
                select gen_random_uuid(), ?, 'SMS', ?, ?, ?, 3, ?,
                  cast(gen_random_uuid() as varchar(36))
                from generate_series(1, ?)\
                """,
                fixture.borgerId,
                OutboxFixture.NOW,
                OutboxFixture.NOW,
                OutboxFixture.NOW,
                OutboxFixture.NOW,
                finished));
  }
}
