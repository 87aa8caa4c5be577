package dk.borgerkontakt.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseConfig;
import dk.borgerkontakt.persistence.testing.PostgresqlCluster;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.testing.Postgresql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The acceptance suite: the conformance kit finds every row of the contract in our jar. */
@Timeout(300)
class ConformanceIT {

  private static final int FEW_CALLS = 3;

  /** Processes that live for seconds are not worth the second compiler's time. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1";

  @TempDir Path temp;

  /**
   * Beside the service itself: one that few calls are too many for, and that fails; and one down.
   */
  @Test
  void everyRowOfTheContractPasses() throws Exception {
    importMoreCitizens();
    String limit = "-Dborgerkontakt.limits.requests-per-second=" + FEW_CALLS;
    try (PostgresqlCluster postgresql = PostgresqlCluster.quick(Postgresql.release());
        JarProcess service = JarProcess.start(data("whole"), List.of(QUICK));
        JarProcess broken = JarProcess.start(data("broken"), List.of(QUICK, limit));
        JarProcess down = JarProcess.start(data("down"), on(postgresql))) {
      String address = service.address();
      ObjectNode data = data();
      data.putObject("instances").put("90008", down.address()).put("90009", broken.address());
      data.putObject("callLimit")
          .put("calls", FEW_CALLS)
          .set("baseUrl", data.at("/instances/90009"));
      postgresql.close();
      loseTables(data("broken"));

      KitRun run = run(address, data);

      assertThat(run.in("failure")).as(run.output()).isEmpty();
      assertThat(run.in("skipped")).as(run.output()).isEmpty();
      assertThat(run.exitCode()).isZero();
      JsonNode contract = Contract.bundledDocument();
      assertThat(run.rows()).hasSize(new ContractRowCount(contract).rows());
    }
  }

  private KitRun run(String address, ObjectNode data) throws Exception {
    Path file = Files.writeString(temp.resolve("data.json"), data.toString());
    return KitRun.of(
        Path.of("target/conformance"),
        "--no-skips",
        "--base-url",
        address,
        "--data",
        file.toString(),
        "--outbox",
        data("whole").resolve("outbox").toString());
  }

  private Path data(String name) {
    return temp.resolve(name);
  }

  private static List<String> on(PostgresqlCluster cluster) {
    return List.of("-Dborgerkontakt.database.url=" + cluster.url("postgres"));
  }

  private static void loseTables(Path dataDir) {
    String url = DatabaseConfig.embeddedUrl(dataDir);
    try (Database database =
        Database.open(new DatabaseConfig(url, null, null, 2, Duration.ofSeconds(5)))) {
      database.useTransaction(
          handle -> {
            handle.execute("alter table borger rename to borger_vaek");
            handle.execute("alter table kontaktinformation rename to kontaktinformation_vaek");
          });
    }
  }

  /**
   * The sandbox has nobody in some of the matrix's columns, which the published one leaves blank.
   */
  private void importMoreCitizens() throws Exception {
    Path register = Files.createDirectories(temp.resolve("register"));
    LocalDate today = LocalDate.now(ZoneId.of("Europe/Copenhagen"));
    Files.writeString(
        register.resolve("borgere.csv"),
        "cpr,doed,nyt_cpr\n0101909001,false,\n0101909002,false,\n0101909003,false,\n0101909004,false,\n");
    Files.writeString(
        register.resolve("tilknytninger.csv"),
        "cpr,organisationstype,kode,fra,til\n"
            + "0101909001,8,10100,2020-01-01,"
            + today.minusDays(60)
            + "\n"
            + "0101909002,7,101,2020-01-01,"
            + today.minusDays(60)
            + "\n");
    Files.writeString(
        register.resolve("gaesteadgange.csv"),
        "cpr,organisationstype,kode,udloeber\n"
            + "0101909003,2,11,"
            + today.plusDays(1)
            + "\n"
            + "0101909004,7,101,"
            + today.plusDays(1)
            + "\n");
    try (JarProcess load = JarProcess.start(data("whole"), "import", register.toString())) {
      assertThat(load.exitCode()).isZero();
    }
  }

  private static ObjectNode data() throws IOException {
    Path sandbox =
        Path.of("../api/conformance/src/main/resources/dk/borgerkontakt/conformance/sandbox.json");
    ObjectNode data = (ObjectNode) new JsonMapper().readTree(Files.readString(sandbox));
    ArrayNode access = data.withArray("/access");
    add(access, "JobCenter", "Tidligere egne borgere", "jobcenter", "0101909001");
    add(access, "Kommune", "Tidligere egne borgere", "kommune", "0101909002");
    add(access, "A-kasse", "Gæsteadgang", "akasse", "0101909003");
    add(access, "Kommune", "Gæsteadgang", "kommune", "0101909004");
    return data;
  }

  private static void add(
      ArrayNode access, String row, String column, String client, String citizen) {
    access
        .addObject()
        .put("row", row)
        .put("column", column)
        .put("client", client)
        .put("citizen", citizen);
  }
}
