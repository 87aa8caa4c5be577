package dk.borgerkontakt.server.copies;

import com.sun.net.httpserver.HttpServer;
import dk.borgerkontakt.persistence.testing.PostgresqlCluster;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.identity.TestIssuer;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.Postgresql;
import dk.borgerkontakt.server.testing.TestSmsGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the copies of an authority share: one database, issuer, gateway and content of the keys. */
final class Deployment implements AutoCloseable {

  private final Path folder;
  private final TestIssuer issuer = new TestIssuer();
  private final TestSmsGateway sms = TestSmsGateway.start();
  private final PostgresqlCluster postgres;
  private final HttpServer publicKeys;
  private final List<Copy> copies = new ArrayList<>();
  private final String token;

  /** With an empty database. */
  Deployment(Path folder) throws IOException {
    this.folder = folder;
    postgres = PostgresqlCluster.quick(Postgresql.release());
    token = newToken();
    publicKeys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] keys = issuer.publicKeys().toString().getBytes(StandardCharsets.UTF_8);
    publicKeys.createContext(
        "/jwks",
        exchange -> {
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    publicKeys.start();
  }

  /** Three copies, each in a folder of its own but for the keys; not started. */
  List<Copy> threeCopies() throws IOException {
    Path configuration = configuration();
    for (int i = 1; i <= 3; i++) {
      copies.add(
          new Copy(folder.resolve("copy-" + i), List.of("--config", configuration.toString())));
    }
    return List.copyOf(copies);
  }

  private Path configuration() throws IOException {
    Map<String, String> settings = new TreeMap<>(sms.settings());
    settings.put("borgerkontakt.database.url", jdbcUrl());
    settings.put("borgerkontakt.keys.dir", folder.resolve("keys").toString());
    settings.put("borgerkontakt.identity.mode", "oidc");
    settings.put("borgerkontakt.identity.issuer", "https://issuer.example");
    settings.put("borgerkontakt.identity.audience", "borgerkontakt");
    settings.put(
        "borgerkontakt.identity.jwks-uri",
        "http://127.0.0.1:" + publicKeys.getAddress().getPort() + "/jwks");
    settings.put("borgerkontakt.mail.host", "127.0.0.1");
    settings.put("borgerkontakt.mail.security", "none");
    settings.put("borgerkontakt.mail.from", "kontakt@kontakt.dk");
    settings.put("borgerkontakt.verification.code-lifetime-sms", "PT1H");
    List<String> lines =
        settings.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue().strip())
            .toList();
    return Files.write(folder.resolve("service.properties"), lines, StandardCharsets.UTF_8);
  }

  private String jdbcUrl() {
    return postgres.url("postgres");
  }

  /** A token of a-kasse 11 with all scopes, good for an hour. */
  String token() {
    return token;
  }

  private String newToken() {
    Instant now = Instant.now();
    return issuer.token(
        claims ->
            claims
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3600)))
                .claim("scope", String.join(" ", Contract.bundled().scopes())));
  }

  TestSmsGateway sms() {
    return sms;
  }

  /** Members of a-kasse 11, each with a mobile; to be called when a copy has made the tables. */
  void addCitizens(int count) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl());
        Statement statement = connection.createStatement()) {
      statement.execute("insert into organisation (type, kode, navn) values (2, '11', 'A-kasse')");
      for (int i = 0; i < count; i++) {
        statement.addBatch(
            "insert into borger (cpr, doed) values ('%s', false)".formatted(Clients.cpr(i)));
        statement.addBatch(
            """
            insert into kontaktinformation (borger_id, kontaktdata_type, kontaktdata, soegenoegle,
            kontaktdatastatus, aendret, fra_tjenesten)
            select id, 1, '%1$s', '%1$s', 1, now(), false from borger where cpr = '%2$s'\
            """
                .formatted(Clients.mobile(i), Clients.cpr(i)));
      }
      statement.executeBatch();
      statement.execute(
          """
          insert into tilknytning (borger_id, organisationstype, kode, fra)
          select id, 2, '11', date '2020-01-01' from borger\
          """);
    }
  }

  /** Returns when every message is with the gateway; those of a killed copy wait for a lease. */
  void awaitAllSent() {
    Await.until(
        "an empty queue",
        Duration.ofMinutes(2),
        () -> Optional.of(waitingMessages()).filter(waiting -> waiting == 0));
  }

  private int waitingMessages() {
    try (Connection connection = DriverManager.getConnection(jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from outbox where tilstand = 0")) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    copies.forEach(Copy::close);
    publicKeys.stop(0);
    sms.close();
    postgres.close();
  }
}
