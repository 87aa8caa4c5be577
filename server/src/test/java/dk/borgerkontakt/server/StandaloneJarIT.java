package dk.borgerkontakt.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.net.ConnectException;
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
import java.util.List;
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

  @Test
  void finishesTheRunningRequestWhenItIsTerminated() throws Exception {
    try (JarProcess service = JarProcess.start(dataDir, "serve")) {
      URI address = URI.create(service.address());
      try (Socket running = new Socket(address.getHost(), address.getPort())) {
        OutputStream out = running.getOutputStream();
        out.write(tokenRequest(FORM.substring(0, 5)).getBytes(US_ASCII));
        out.flush();
        awaitAnswer(address);

        service.terminate();
        awaitRefusal(address);
        out.write(FORM.substring(5).getBytes(US_ASCII));
        out.flush();

        assertThat(firstLine(running.getInputStream())).isEqualTo("HTTP/1.1 200 OK");
      }
      assertThat(service.exitCode()).isZero();
    }
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

  private HttpResponse<String> get(String address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return client.send(request, BodyHandlers.ofString());
  }

  /** A request whose body the client has only begun to send. */
  private static String tokenRequest(String begun) {
    return String.join(
        "\r\n",
        "POST /oauth2/token HTTP/1.1",
        "Host: localhost",
        "Authorization: Basic YWthc3NlLTExOnNhbmRib3g=",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Length: " + FORM.length(),
        "",
        begun);
  }

  /** A later request is answered, so the earlier one has come in. */
  private void awaitAnswer(URI address) throws Exception {
    assertThat(get(address + "/openapi.json").statusCode()).isEqualTo(200);
  }

  /** Tries again until nobody takes connections any more; {@link Timeout} ends it otherwise. */
  private static void awaitRefusal(URI address) throws IOException {
    boolean isRefused = false;
    while (!isRefused && !Thread.currentThread().isInterrupted()) {
      try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        isRefused = !socket.isConnected();
      } catch (ConnectException e) {
        isRefused = true;
      }
    }
  }

  private static String firstLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read >= 0 && read != '\r'; read = in.read()) {
      line.append((char) read);
    }
    return line.toString();
  }
}
