package dk.borgerkontakt.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseConfig;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.server.testing.Await;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people and scripts see of the jar as a process: its lines, its exit codes, its signals. */
@Timeout(120)
class StandaloneJarIT {
  private static final String FORM = "grant_type=client_credentials";
  private static final String CPR = "0107809001";

  @TempDir Path temp;
  private Path dataDir;
  private Path register;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeEach
  void makeFolders() throws IOException {
    dataDir = temp.resolve("data");
    register = Files.createDirectories(temp.resolve("register"));
  }

  @Test
  void saysOnOneLineThatItIsReadyAndServes() throws Exception {
    try (JarProcess service = JarProcess.start(dataDir)) {
      String line = service.line();

      assertThat(line).matches("Borgerkontakt ready on http://127\\.0\\.0\\.1:\\d+ \\(sandbox\\)");
      assertThat(get(line.split(" ")[3] + "/openapi.json").statusCode()).isEqualTo(200);
      service.terminate();
      assertThat(service.exitCode()).isZero();
      assertThat(service.rest()).isEmpty();
    }
  }

  /** A row that another process holds keeps the request running for as long as the test likes. */
  @Test
  void finishesTheRunningRequestWhenItIsTerminated() throws Exception {
    try (JarProcess service = JarProcess.start(dataDir, "serve")) {
      String address = service.address();
      HttpRequest write = write(address);
      CompletableFuture<HttpResponse<String>> answer = new CompletableFuture<>();
      try (Database database = Database.open(beside(dataDir))) {
        database.useTransaction(
            handle -> {
              BorgerDao borgere = new BorgerDao(handle);
              borgere.lockById(borgere.findByCpr(CPR).orElseThrow().id());
              client.sendAsync(write, BodyHandlers.ofString()).thenAccept(answer::complete);
              awaitBlocked(handle);

              service.terminate();
              awaitRefusal(URI.create(address));
              assertThat(answer).isNotDone();
            });
      }

      assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
      assertThat(service.exitCode()).isZero();
    }
  }

  private static DatabaseConfig beside(Path dataDir) {
    String url = DatabaseConfig.embeddedUrl(dataDir);
    return new DatabaseConfig(url, null, null, 2, Duration.ofSeconds(5));
  }

  private static void awaitBlocked(Handle handle) {
    String sql = "select count(*) from information_schema.sessions where blocker_id is not null";
    Await.until(
        "a request that waits for the row",
        () -> Optional.of(sql).filter(q -> handle.createQuery(q).mapTo(int.class).one() > 0));
  }

  @Test
  void startsAgainAfterItWasKilled() throws Exception {
    try (JarProcess service = JarProcess.start(dataDir)) {
      service.address();
      service.kill();
      service.exitCode();
    }

    try (JarProcess service = JarProcess.start(dataDir)) {
      assertThat(get(service.address() + "/openapi.json").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void saysInALineThatThePortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        JarProcess service =
            JarProcess.start(dataDir, "-Dborgerkontakt.http.port=" + taken.getLocalPort())) {
      assertThat(service.exitCode()).isEqualTo(1);
      assertThat(service.err()).singleElement().asString().contains("is taken already");
      assertThat(service.rest()).isEmpty();
    }
  }

  @Test
  void saysEveryFaultOfTheConfigurationInALine() throws Exception {
    try (JarProcess service =
        JarProcess.start(
            dataDir, "-Dborgerkontakt.time-zone=Mars/Olympus", "-Dborgerkontakt.htp.port=1")) {
      assertThat(service.exitCode()).isEqualTo(1);
      assertThat(service.err())
          .satisfiesExactly(
              line -> assertThat(line).contains("did you mean borgerkontakt.http.port?"),
              line -> assertThat(line).contains("borgerkontakt.time-zone"));
    }
  }

  @Test
  void saysInALineThatTheDatabaseIsOutOfReach() throws Exception {
    try (JarProcess service =
        JarProcess.start(
            dataDir, "-Dborgerkontakt.database.url=jdbc:postgresql://127.0.0.1:1/borgerkontakt")) {
      assertThat(service.exitCode()).isEqualTo(1);
      assertThat(service.err())
          .singleElement()
          .asString()
          .contains("The database cannot be opened")
          .contains("borgerkontakt.database");
    }
  }

  @Test
  void saysInALineThatTheDataFolderCantBeMade() throws Exception {
    Files.writeString(dataDir, "a file in its place");

    try (JarProcess service = JarProcess.start(dataDir)) {
      assertThat(service.exitCode()).isEqualTo(1);
      assertThat(service.err())
          .isNotEmpty()
          .allMatch(line -> line.contains("can't be made or written to"));
    }
  }

  @Test
  void importsAndAuditsBesideTheRunningService() throws Exception {
    writeRegister(CPR + ",2,33120001,1");
    try (JarProcess service = JarProcess.start(dataDir)) {
      String address = service.address();
      assertThat(run("import", register.toString()).exitCode()).isZero();

      HttpResponse<String> read = read(address);

      assertThat(read.statusCode()).isEqualTo(200);
      assertThat(read.body()).contains("+4533120001");
      JarProcess audit = run("audit", "--cpr", CPR);
      assertThat(audit.exitCode()).isZero();
      assertThat(audit.rest())
          .singleElement()
          .asString()
          .contains("\"organisationstype\":2,\"organisationskode\":\"11\"")
          .contains("\"operation\":\"getKontaktinformation\",\"resultat\":\"OK\"");
    }
  }

  @Test
  void importSaysTwoWhenRowsAreRejectedAndNamesNobody() throws Exception {
    writeRegister(CPR + ",2,123,1");

    JarProcess imported = run("import", register.toString());

    assertThat(imported.exitCode()).isEqualTo(2);
    assertThat(imported.rest()).hasSize(2).noneMatch(line -> line.contains(CPR));
    assertThat(imported.err()).isEmpty();
  }

  /** 90 MB of rows that each are an error, on a heap of 64 MB. */
  @Test
  void importsAFileThatIsLargerThanItsMemory() throws Exception {
    try (Writer file = Files.newBufferedWriter(register.resolve("organisationer.csv"))) {
      file.write("type,kode,navn\n");
      for (int i = 0; i < 10_000; i++) {
        file.write("2," + i + "," + "n".repeat(9_000) + "\n");
      }
    }

    try (JarProcess imported =
        JarProcess.start(dataDir, List.of("-Xmx64m"), "import", register.toString())) {
      assertThat(imported.exitCode()).isEqualTo(2);
      assertThat(imported.rest()).singleElement().asString().contains("0 loaded, 10000 rejected");
    }
  }

  private JarProcess run(String... args) throws Exception {
    JarProcess process = JarProcess.start(dataDir, args);
    process.exitCode();
    return process;
  }

  private void writeRegister(String kontaktinformation) throws IOException {
    Files.writeString(register.resolve("borgere.csv"), "cpr,doed,nyt_cpr\n" + CPR + ",false,\n");
    Files.writeString(
        register.resolve("kontaktinformation.csv"),
        "cpr,type,kontaktdata,status\n" + kontaktinformation + "\n");
  }

  private HttpResponse<String> read(String address) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/v1/kontaktinformation"))
            .header("Authorization", "Bearer " + token(address))
            .header("x-civilregistrationIdentifier", CPR)
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private String token(String address) throws Exception {
    String form = FORM + "&client_id=akasse-11&client_secret=sandbox";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    String answer = client.send(request, BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(answer).required("access_token").textValue();
  }

  private HttpRequest write(String address) throws Exception {
    String body =
        "{\"kontaktinformationer\":{\"kontaktinformation\":[{\"kontaktdataType\":1,"
            + "\"kontaktdata\":\"20120001\"}]}}";
    return HttpRequest.newBuilder(URI.create(address + "/v1/kontaktinformation"))
        .header("Authorization", "Bearer " + token(address))
        .header("x-civilregistrationIdentifier", CPR)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpResponse<String> get(String address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return client.send(request, BodyHandlers.ofString());
  }

  /** Tries again until nobody takes connections any more; {@link Timeout} ends it otherwise. */
  private static void awaitRefusal(URI address) {
    boolean isRefused = false;
    while (!isRefused && !Thread.currentThread().isInterrupted()) {
      try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        isRefused = !socket.isConnected();
      } catch (IOException e) {
        isRefused = true;
      }
    }
  }
}
