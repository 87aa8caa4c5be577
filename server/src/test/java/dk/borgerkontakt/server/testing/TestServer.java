package dk.borgerkontakt.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.persistence.DatabaseConfig;
import dk.borgerkontakt.persistence.testing.PostgresqlRelease;
import dk.borgerkontakt.server.Server;
import dk.borgerkontakt.server.config.SettingsReader;
import dk.borgerkontakt.server.contract.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * The whole service in this JVM, in sandbox mode unless set up otherwise: free ports, a data folder
 * of its own that goes with it, and a clock that a test may move; or a further copy, which shares
 * folder and clock with the first. Its database is the embedded one, or an empty one of the
 * PostgreSQL that {@link PostgresqlRelease#PROPERTY} names. Made for a field with
 * {@code @AutoClose}.
 */
public final class TestServer implements AutoCloseable {

  private static final String DATABASE_URL = "borgerkontakt.database.url";

  private final Setup setup;
  private final boolean isFirst;
  private final Postgresql postgresql;
  private final MutableClock clock;
  private final Path dataDir;
  private final Server server;
  private final ContractCheck check;
  private final Wire wire;
  private final Outbox outbox;

  private TestServer(Setup setup) {
    this(setup, null);
  }

  private TestServer(Setup setup, TestServer first) {
    this.setup = setup;
    isFirst = first == null;
    dataDir = isFirst ? newFolder() : first.dataDir;
    clock = isFirst ? new MutableClock() : first.clock;
    postgresql = isFirst ? setup.chosenDatabase() : null;
    Map<String, String> settings = new TreeMap<>(setup.settings);
    settings.putIfAbsent("borgerkontakt.http.port", "0");
    settings.putIfAbsent("borgerkontakt.management.port", "0");
    settings.put("borgerkontakt.data-dir", dataDir.toString());
    JsonNode document = setup.document();
    server =
        new Server(
            SettingsReader.read(Map.of(), Map.of(), settings), clock, new Contract(document));
    server.start();
    check = setup.contract == null ? ContractCheck.bundled() : ContractCheck.of(document);
    wire = over(null);
    outbox = new Outbox(dataDir.resolve("outbox"));
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("borgerkontakt-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server with its defaults. */
  public static TestServer start() {
    return new Setup().start();
  }

  /** A server to be set up otherwise. */
  public static Setup with() {
    return new Setup();
  }

  /** What of a server is otherwise than its defaults. */
  public static final class Setup {
    private final Map<String, String> settings = new TreeMap<>();
    private Consumer<ObjectNode> contract;

    private Setup() {}

    public Setup setting(String key, String value) {
      settings.put(key, value);
      return this;
    }

    public Setup settings(Map<String, String> more) {
      settings.putAll(more);
      return this;
    }

    /** Serves over TLS, by the files that an identity wrote into the folder as {@code server}. */
    public Setup tls(Path folder) {
      return setting("borgerkontakt.tls.certificate", folder.resolve("server.pem").toString())
          .setting("borgerkontakt.tls.key", folder.resolve("server.key").toString());
    }

    /** Changes the contract before the server reads it; the checks go by the changed one too. */
    public Setup contract(Consumer<ObjectNode> change) {
      contract = contract == null ? change : contract.andThen(change);
      return this;
    }

    /** Keeps everything in a PostgreSQL, which copies of the server may share. */
    public Setup database(String jdbcUrl) {
      return setting(DATABASE_URL, jdbcUrl);
    }

    public TestServer start() {
      return new TestServer(this);
    }

    /** Unless the test names a database: the one that the build was told to test on. */
    private Postgresql chosenDatabase() {
      if (PostgresqlRelease.isH2Chosen() || settings.containsKey(DATABASE_URL)) {
        return null;
      }
      Postgresql chosen = Postgresql.empty();
      settings.put(DATABASE_URL, chosen.url());
      return chosen;
    }

    private JsonNode document() {
      ObjectNode document = Contract.bundledDocument().deepCopy();
      if (contract != null) {
        contract.accept(document);
      }
      return document;
    }
  }

  public URI baseUri() {
    return server.baseUri();
  }

  public MutableClock clock() {
    return clock;
  }

  public Path dataDir() {
    return dataDir;
  }

  public Outbox outbox() {
    return outbox;
  }

  /** Calls as this client of the sandbox, with all scopes that it has or the named ones alone. */
  public Caller as(String clientId, String... scopes) {
    return wire.as(clientId, scopes);
  }

  /** Calls with tokens of another issuer than the sandbox. */
  public Caller withTokens(Supplier<String> tokens) {
    return wire.withTokens(tokens);
  }

  /** Raw bytes on a connection of its own; its exchanges are checked as well. */
  public RawConnection connect() {
    return wire.connect();
  }

  /** A way to the server by connections that TLS is spoken on like this. */
  public Wire over(SSLContext context) {
    return new Wire(baseUri(), clock, check, context);
  }

  /** Adds citizens and organisations beside the sandbox's own. */
  public Register register() {
    return new Register(this);
  }

  /**
   * A further copy of the service on the same PostgreSQL, with the same keys, messages and clock,
   * which this one outlives.
   */
  public TestServer copy() {
    return new TestServer(setup, this);
  }

  /** A second connection to the server's database, to look into it or to break it. */
  public Connection database() {
    try {
      String url = setup.settings.get(DATABASE_URL);
      if (url != null) {
        return DriverManager.getConnection(url);
      }
      return DriverManager.getConnection(DatabaseConfig.embeddedUrl(dataDir), "sa", "");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Arguments with which a command works on what this server keeps. */
  public List<String> sameData() {
    List<String> arguments = new ArrayList<>();
    arguments.add("-Dborgerkontakt.data-dir=" + dataDir);
    if (setup.settings.containsKey(DATABASE_URL)) {
      arguments.add("-D" + DATABASE_URL + "=" + setup.settings.get(DATABASE_URL));
    }
    return arguments;
  }

  /** An access token from the token endpoint, the same one until its end draws near. */
  public String token(String clientId, String... scopes) {
    return wire.token(clientId, scopes);
  }

  @Override
  public void close() {
    server.close();
    if (isFirst) {
      deleteFolder();
    }
    if (postgresql != null) {
      postgresql.close();
    }
  }

  private void deleteFolder() {
    try (Stream<Path> files = Files.walk(dataDir)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
