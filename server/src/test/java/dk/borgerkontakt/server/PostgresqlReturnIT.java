package dk.borgerkontakt.server;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.testing.PostgresqlCluster;
import dk.borgerkontakt.persistence.testing.PostgresqlRelease;
import dk.borgerkontakt.server.testing.Await;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The way back from a disaster in PostgreSQL to the moment before it, by the runbook's commands and
 * with the tools of Debian's PostgreSQL; the build's own has only what a server needs.
 */
@Tag("slow")
@Timeout(240)
class PostgresqlReturnIT {

  private static final String DATABASE = "borgerkontakt";
  private static final int CITIZENS = 8000;
  private static final int ENOUGH = 300;

  /** So that there are citizens left for all of it. */
  private static final Duration REST = Duration.ofMillis(20);

  private static final String CODES =
      "select b.cpr from verifikationskode v join borger b on b.id = v.borger_id";

  @TempDir Path temp;
  private final Load load = new Load(CITIZENS, REST);

  @Test
  void whatWasAcknowledgedBeforeTheMomentIsThereAndNothingElse() throws Exception {
    try (PostgresqlCluster cluster = PostgresqlCluster.start(PostgresqlRelease.DEBIAN, List.of())) {
      run(cluster, "Archive of PostgreSQL", "");
      cluster.stop();
      cluster.startAgain();
      cluster.create(DATABASE);
      LoadCitizens.imported(data(), temp.resolve("register"), CITIZENS, settings(cluster));

      Moment moment = untilTheDisaster(cluster);
      run(cluster, "Return of PostgreSQL to a moment", moment.time());
      cluster.takeOver();

      try (JarProcess service = JarProcess.start(data(), settings(cluster))) {
        String address = service.address();
        compare(moment, load.lost(address), query(cluster, CODES));
        List<String> rows = query(cluster, "select kontaktdata from kontaktinformation");
        System.out.printf(
            "%d rows deleted by the disaster, %d there%n", moment.deleted(), rows.size());
        assertThat(rows).as("what the disaster deleted").containsAll(mobiles());
        load.start(address);
        awaitMore(ENOUGH);
        load.stop();
      }
    }
  }

  /**
   * What was promised at a moment, and what the disaster took after it.
   *
   * @param begun from this citizen on everything was asked later
   */
  private record Moment(
      String time, Map<String, String> registered, List<String> accepted, int begun, int deleted) {}

  private Moment untilTheDisaster(PostgresqlCluster cluster) throws Exception {
    try (JarProcess service = JarProcess.start(data(), settings(cluster))) {
      load.start(service.address());
      awaitMore(ENOUGH);
      run(cluster, "Backup of PostgreSQL", "");
      awaitMore(ENOUGH);
      Map<String, String> registered = Map.copyOf(load.registered());
      List<String> accepted = load.accepted();
      String time = query(cluster, "select clock_timestamp()").get(0);
      int begun = load.begun();
      awaitMore(ENOUGH);
      int deleted = deleteAll(cluster);
      awaitMore(ENOUGH);
      service.terminate();
      service.exitCode();
      load.join();
      return new Moment(time, registered, accepted, begun, deleted);
    }
  }

  private static int deleteAll(PostgresqlCluster cluster) throws SQLException {
    try (Connection connection = cluster.connect(DATABASE);
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate("delete from kontaktinformation");
    }
  }

  private void compare(Moment moment, List<String> lost, List<String> codes) {
    Map<String, String> later = new HashMap<>(load.registered());
    later.keySet().removeIf(cpr -> Load.citizen(cpr) < moment.begun());
    List<String> acceptedLater = new ArrayList<>(load.accepted());
    acceptedLater.removeAll(moment.accepted());
    System.out.printf(
        "return of PostgreSQL to a moment under load: %d writes and %d codes acknowledged before it;"
            + " %d writes asked after it, %d of them there; %d codes accepted after it; %d lost in"
            + " all%n",
        moment.registered().size(),
        moment.accepted().size(),
        later.size(),
        later.values().stream().filter(it -> !lost.contains(it)).count(),
        acceptedLater.size(),
        lost.size());
    assertThat(lost).doesNotContainAnyElementsOf(moment.registered().values());
    assertThat(later.size()).isGreaterThan(ENOUGH / 2);
    assertThat(lost).containsAll(later.values());
    assertThat(codes.stream().map(cpr -> Load.mobile(Load.citizen(cpr))))
        .containsAll(moment.accepted());
    assertThat(codes.stream().map(Load::citizen)).allMatch(citizen -> citizen < moment.begun());
  }

  private void run(PostgresqlCluster cluster, String chapter, String moment) throws Exception {
    Map<String, String> variables = new HashMap<>(cluster.environment());
    variables.put("ARCHIVE", temp.resolve("archive").toString());
    variables.put("BASE", temp.resolve("base").toString());
    variables.put("MOMENT", moment);
    Runbook.operations(chapter).run(PostgresqlCluster.asItsUser(), variables);
  }

  private void awaitMore(int more) {
    int enough = load.acknowledged() + more;
    Await.until("answers", () -> Optional.of(load).filter(l -> l.acknowledged() >= enough));
  }

  private static List<String> mobiles() {
    return IntStream.range(0, CITIZENS).mapToObj(Load::mobile).toList();
  }

  private static List<String> query(PostgresqlCluster cluster, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = cluster.connect(DATABASE);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        values.add(row.getString(1));
      }
    }
    return values;
  }

  private Path data() {
    return temp.resolve("data");
  }

  private static List<String> settings(PostgresqlCluster cluster) {
    return List.of("-Dborgerkontakt.database.url=" + cluster.url(DATABASE));
  }
}
