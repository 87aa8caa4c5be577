package dk.borgerkontakt.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseConfig;
import dk.borgerkontakt.persistence.audit.AuditCaller;
import dk.borgerkontakt.persistence.audit.AuditDao;
import dk.borgerkontakt.persistence.audit.AuditRow;
import dk.borgerkontakt.persistence.outbox.Origin;
import dk.borgerkontakt.persistence.outbox.OutboxDao;
import dk.borgerkontakt.persistence.outbox.OutboxMessage;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.server.audit.AuditHash;
import dk.borgerkontakt.server.keys.KeyFolder;
import dk.borgerkontakt.server.keys.KeyedHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands on an embedded database that this test has open at the same time. */
class DataCommandsTest {
  private static final String CPR = "0107809001";
  private static final String NEW_CPR = "0207809002";
  private static final AuditCaller AKASSE =
      new AuditCaller(2, "11", "akasse-11", "user", 2, null, null);
  private static final AuditCaller STAR = new AuditCaller(1, null, "star", null, null, null, null);

  @TempDir Path temp;
  private Path dataDir;
  private Path register;

  @BeforeEach
  void makeFolders() throws IOException {
    dataDir = temp.resolve("data");
    register = Files.createDirectories(temp.resolve("register"));
  }

  @Test
  void importSucceedsWhenAllRowsAreLoaded() throws IOException {
    Files.writeString(register.resolve("organisationer.csv"), "type,kode,navn\n2,11,Navn\n");

    CommandRun run = run("import", register.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).singleElement().asString().startsWith("organisationer.csv: 1 loaded");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void importSaysTwoWhenRowsAreRejected() throws IOException {
    Files.writeString(register.resolve("organisationer.csv"), "type,kode,navn\nx,11,Navn\n");

    CommandRun run = run("import", register.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    try (Stream<Path> rejects = Files.list(dataDir.resolve("rejects"))) {
      assertThat(rejects).hasSize(1);
    }
  }

  @Test
  void importSaysOneWhenNothingCanBeDone() {
    CommandRun run = run("import", temp.resolve("nowhere").toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("is no folder");
  }

  @Test
  void auditPrintsTheCitizensRowsOldestFirst() {
    try (Database database = open()) {
      long id = changedBorger(database);
      insert(
          database,
          row("2026-01-31T23:30:00Z", STAR, id, null, "getKontaktinformation", 0),
          row("2026-01-31T10:00:00.5Z", AKASSE, id, null, "getKontaktinformation", 4575),
          row("2026-01-30T10:00:00Z", AKASSE, null, CPR, "getKontaktinformation", 1010),
          row("2026-01-30T11:00:00Z", AKASSE, null, NEW_CPR, "getKontaktinformation", 1010),
          row("2026-01-30T10:00:00Z", AKASSE, null, "0307809003", "getKontaktinformation", 1010),
          row("2026-01-30T10:00:00Z", AKASSE, id + 1, null, "getKontaktinformation", 0));

      CommandRun run = run("audit", "--cpr", NEW_CPR);

      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .containsExactly(
              line("2026-01-30T10:00:00Z", "2", "\"11\"", "1010"),
              line("2026-01-30T11:00:00Z", "2", "\"11\"", "1010"),
              line("2026-01-31T10:00:00.500Z", "2", "\"11\"", "4575"),
              line("2026-01-31T23:30:00Z", "1", "null", "OK"));
      assertThat(run("audit", "--cpr", CPR).out()).isEqualTo(run.out());
    }
  }

  @Test
  void auditTakesDaysOfTheConfiguredTimeZoneBothInclusive() {
    try (Database database = open()) {
      long id = changedBorger(database);
      insert(
          database,
          row("2026-01-30T22:59:59Z", STAR, id, null, "first", 0),
          row("2026-01-30T23:00:00Z", STAR, id, null, "second", 0),
          row("2026-01-31T22:59:59Z", STAR, id, null, "third", 0),
          row("2026-01-31T23:00:00Z", STAR, id, null, "fourth", 0));

      CommandRun run = run("audit", "--cpr", NEW_CPR, "--from", "2026-01-31", "--to", "2026-01-31");

      assertThat(run.out())
          .satisfiesExactly(
              line -> assertThat(line).contains("second"),
              line -> assertThat(line).contains("third"));
    }
  }

  @Test
  void auditTellsThatTheCitizenIsUnknown() {
    open().close();

    CommandRun run = run("audit", "--cpr", CPR);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).singleElement().asString().contains("No citizen").doesNotContain(CPR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit", "messages"})
  void aDatabaseThatIsNotThereIsNotMade(String command) {
    CommandRun run = run(command, "--cpr", CPR);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().startsWith("There is no database at ");
    assertThat(dataDir).doesNotExist();
  }

  @Test
  void messagesTellsWhatBecameOfEach() {
    UUID sent = UUID.randomUUID();
    try (Database database = open()) {
      long id = changedBorger(database);
      queue(database, id, sent, Instant.parse("2026-01-31T10:00:00Z"));
      queue(database, id, UUID.randomUUID(), Instant.parse("2026-02-01T10:00:00Z"));
      database.useTransaction(
          handle ->
              new OutboxDao(handle).sent(sent, Instant.parse("2026-01-31T10:00:01Z"), "gw-1"));

      CommandRun run = run("messages", "--cpr", CPR, "--to", "2026-01-31");

      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .containsExactly(
              "{\"id\":\"%s\",\"kanal\":\"SMS\",\"tilstand\":\"SENT\"".formatted(sent)
                  + ",\"oprettet\":\"2026-01-31T10:00:00Z\""
                  + ",\"afsluttet\":\"2026-01-31T10:00:01Z\",\"kvitteret\":null"
                  + ",\"gatewayId\":\"gw-1\",\"gatewayKode\":null}");
      assertThat(run("messages", "--cpr", NEW_CPR).out()).hasSize(2);
    }
  }

  private static void queue(Database database, long borgerId, UUID id, Instant created) {
    Origin origin = new Origin(borgerId, 1, new byte[] {1}, null);
    database.useTransaction(
        handle ->
            new OutboxDao(handle)
                .insert(
                    new OutboxMessage(
                        id, origin, "SMS", new byte[] {7}, created, created.plusSeconds(300))));
  }

  private CommandRun run(String... args) {
    String[] all = Stream.concat(Stream.of(args), Stream.of(setting())).toArray(String[]::new);
    return CommandRun.of(all);
  }

  private String setting() {
    return "-Dborgerkontakt.data-dir=" + dataDir;
  }

  private Database open() {
    return Database.open(
        new DatabaseConfig(
            DatabaseConfig.embeddedUrl(dataDir), null, null, 2, Duration.ofSeconds(5)));
  }

  private static long changedBorger(Database database) {
    return database.inTransaction(
        handle -> {
          BorgerDao borgere = new BorgerDao(handle);
          borgere.upsert(CPR, false);
          borgere.changeCpr(CPR, NEW_CPR, Instant.parse("2026-01-30T12:00:00Z"));
          return borgere.findByCpr(NEW_CPR).orElseThrow().id();
        });
  }

  private static void insert(Database database, AuditRow... rows) {
    database.useTransaction(handle -> new AuditDao(handle).insert(List.of(rows)));
  }

  private AuditRow row(
      String time,
      AuditCaller caller,
      @Nullable Long borgerId,
      @Nullable String asked,
      String operation,
      int result) {
    byte[] hash = asked == null ? null : auditHash().ofCpr(asked);
    return new AuditRow(Instant.parse(time), caller, borgerId, hash, operation, result);
  }

  private AuditHash auditHash() {
    KeyFolder keys = new KeyFolder(dataDir.resolve("keys"));
    return new AuditHash(new KeyedHash(keys.secret("hmac", KeyedHash.ALGORITHM)));
  }

  private static String line(String time, String type, String code, String result) {
    return "{\"tidspunkt\":\"%s\",\"organisationstype\":%s,\"organisationskode\":%s,"
            .formatted(time, type, code)
        + "\"operation\":\"getKontaktinformation\",\"resultat\":\"%s\"}".formatted(result);
  }
}
