package dk.borgerkontakt.server.copies;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.testing.PostgresqlCluster;
import dk.borgerkontakt.server.JarProcess;
import dk.borgerkontakt.server.testing.Postgresql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An earlier version and this one on one database, whose tables are this one's. */
@Tag("slow")
@Timeout(900)
class SideBySideIT {

  private static final int UNVERIFIED = 1;
  private static final int VERIFIED = 2;

  @TempDir Path folder;
  private PostgresqlCluster postgres;
  private SandboxMessages messages;
  private Side earlier;
  private Side present;

  @BeforeEach
  void open() throws IOException {
    postgres = PostgresqlCluster.quick(Postgresql.release());
    Path data = folder.resolve("data");
    messages = new SandboxMessages(data);
    List<String> settings = List.of("-Dborgerkontakt.database.url=" + jdbcUrl());
    earlier = new Side(new Copy(data, settings), messages);
    present = new Side(new Copy(data, settings), messages);
  }

  @AfterEach
  void close() throws IOException {
    earlier.close();
    present.close();
    postgres.close();
  }

  private static String number(int mobile) {
    return "+452030700" + mobile;
  }

  private String jdbcUrl() {
    return postgres.url("postgres");
  }

  @ParameterizedTest
  @MethodSource("earlier")
  void bothDoTheWholeJobTogether(Path jar) throws Exception {
    earlier.start(jar);
    earlier.registers("0107809001", number(1));
    String code = earlier.hasCodeSent("0107809001", number(1));

    present.start(JarProcess.jar()); // migrates beside the earlier one
    assertThat(present.reads("0107809001")).contains(number(1) + " " + UNVERIFIED);
    assertThat(present.verifies("0107809001", code)).isEqualTo(204);
    assertThat(earlier.reads("0107809001")).contains(number(1) + " " + VERIFIED);

    present.registers("0207809002", number(2));
    code = present.hasCodeSent("0207809002", number(2));
    assertThat(earlier.verifies("0207809002", code)).isEqualTo(204);
    assertThat(present.reads("0207809002")).contains(number(2) + " " + VERIFIED);

    eachRefusesARequestIdOfTheOther(earlier, present);
    eachRefusesARequestIdOfTheOther(present, earlier);
    attemptsAndPausesAreCountedTogether();
    eachSendsWhatTheOtherLeft(jar);
    assertThat(present.audit(JarProcess.jar(), "0107809001"))
        .hasSizeGreaterThanOrEqualTo(5)
        .isEqualTo(earlier.audit(jar, "0107809001"));
  }

  static List<Path> earlier() throws IOException {
    return PreviousJars.all();
  }

  private static void eachRefusesARequestIdOfTheOther(Side one, Side other) throws Exception {
    String id = UUID.randomUUID().toString();
    assertThat(one.registersLandline("0107809001", "+4533130001", id)).isEqualTo(204);
    assertThat(other.registersLandline("0107809001", "+4533130002", id)).isEqualTo(90003);
  }

  private void attemptsAndPausesAreCountedTogether() throws Exception {
    earlier.registers("0307809003", number(3));
    String code = earlier.hasCodeSent("0307809003", number(3));
    String wrong = code.equals("000000") ? "000001" : "000000";
    assertThat(present.asksForCode("0307809003")).as("within the pause").isEqualTo(90002);
    for (int i = 0; i < 5; i++) {
      assertThat((i % 2 == 0 ? earlier : present).verifies("0307809003", wrong)).isEqualTo(90001);
    }
    assertThat(earlier.verifies("0307809003", code)).isEqualTo(90002);
    assertThat(present.verifies("0307809003", code)).isEqualTo(90002);
  }

  /** In turn: one takes the order while no message gets through, and is stopped. */
  private void eachSendsWhatTheOtherLeft(Path jar) throws Exception {
    present.registers("0507809005", number(4));
    messages.block();
    assertThat(earlier.asksForCode("0507809005")).isEqualTo(202);
    assertThat(earlier.stops()).isZero();
    messages.letThrough();
    assertThat(present.verifies("0507809005", messages.code(number(4)))).isEqualTo(204);

    earlier.start(jar); // on tables that are newer than itself
    earlier.registers("0207809002", number(5));
    messages.block();
    assertThat(present.asksForCode("0207809002")).isEqualTo(202);
    assertThat(present.stops()).isZero();
    messages.letThrough();
    assertThat(earlier.verifies("0207809002", messages.code(number(5)))).isEqualTo(204);
  }

  @Test
  void twoThatStartAtOnceFillOneSandboxAndMakeItsKeysOnce() throws Exception {
    earlier.begin(JarProcess.jar());
    present.begin(JarProcess.jar());
    earlier.awaitReady();
    present.awaitReady();

    assertThat(earlier.reads("0207809002")).hasSize(2).isEqualTo(present.reads("0207809002"));
    earlier.registers("0107809001", number(1));
    String code = earlier.hasCodeSent("0107809001", number(1));
    assertThat(present.verifies("0107809001", code)).isEqualTo(204);
  }

  /** What the next version's first step may be. */
  @Test
  void thisOneServesAndStartsOnTablesOfTheNext() throws Exception {
    present.start(JarProcess.jar());
    migrateFurther();
    doesTheMainJob(1);

    assertThat(present.stops()).isZero();
    present.start(JarProcess.jar());
    doesTheMainJob(2);
  }

  private void migrateFurther() throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl());
        Statement statement = connection.createStatement()) {
      statement.execute("alter table borger add column tilfoejet varchar(20)");
      statement.execute("alter table kontaktinformation add column tilfoejet varchar(20)");
      statement.execute("alter table outbox add column tilfoejet varchar(20)");
      statement.execute("create table tilfoejet (id bigint primary key)");
      statement.execute(
          """
          insert into flyway_schema_history (installed_rank, version, description, type, script,
          checksum, installed_by, execution_time, success)
          values (999, '999', 'add tilfoejet', 'SQL', 'V999__add_tilfoejet.sql', 1, 'test', 1, true)\
          """);
    }
  }

  private void doesTheMainJob(int number) throws Exception {
    present.registers("0107809001", number(number));
    String code = present.hasCodeSent("0107809001", number(number));
    assertThat(present.verifies("0107809001", code)).isEqualTo(204);
    assertThat(present.reads("0107809001")).contains(number(number) + " " + VERIFIED);
  }
}
