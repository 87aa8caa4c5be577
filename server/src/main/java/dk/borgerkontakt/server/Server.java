package dk.borgerkontakt.server;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseConfig;
import dk.borgerkontakt.server.config.DatabaseSettings;
import dk.borgerkontakt.server.config.Settings;
import dk.borgerkontakt.server.config.identity.IdentitySettings;
import dk.borgerkontakt.server.container.FreePort;
import dk.borgerkontakt.server.container.PublicServer;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.management.HealthCheck;
import dk.borgerkontakt.server.management.ManagementServer;
import dk.borgerkontakt.server.management.Metrics;
import dk.borgerkontakt.server.management.Readiness;
import dk.borgerkontakt.server.management.ServingCheck;
import dk.borgerkontakt.server.sandbox.Sandbox;
import dk.borgerkontakt.server.sandbox.SandboxRegister;
import dk.borgerkontakt.server.telemetry.Collector;
import dk.borgerkontakt.server.telemetry.Tracing;
import dk.borgerkontakt.server.tls.LiveTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole service. Closes only what it made, the other way round. */
public final class Server implements AutoCloseable {

  /**
   * The database is there, but all connections are taken: a standby that stumbles, a checkpoint.
   * Beyond this a caller gets more from trying again. Less than the time for a lock, or those who
   * wait for one citizen would keep everybody waiting as long as themselves.
   */
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);

  private final @Nullable LiveTls tls;
  private final URI baseUri;
  private final Metrics metrics;
  private final Tracing tracing;
  private final Database database;
  private final Parts parts;
  private final PublicServer publicServer;
  private final ManagementServer managementServer;

  /**
   * Opens the database and makes everything else, and serves nothing yet. What is at fault outside
   * the service is found first.
   *
   * @param contract the contract to run on; {@link Contract#bundled()} but in tests
   */
  public Server(Settings settings, Clock clock, Contract contract) {
    tls = settings.tls() == null ? null : new LiveTls(settings.tls(), clock);
    baseUri = FreePort.baseUri(settings.http(), tls != null);
    String version = version();
    metrics = new Metrics(version, contract.version());
    tracing = Collector.tracing(settings.telemetry(), version);
    Outside outside = outside(settings, clock, contract);
    database = Database.open(databaseConfig(settings));
    try {
      if (settings.identity().mode() == IdentitySettings.Mode.SANDBOX) {
        new SandboxRegister(clock, settings.timeZone()).seed(database);
      }
      parts = new Parts(settings, clock, contract, database, outside, metrics.registry(), tracing);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    publicServer =
        new PublicServer(baseUri, parts.webApplication(), contract, settings.shutdown(), tls);
    if (tls != null) {
      metrics.tls(tls);
    }
    managementServer = new ManagementServer(settings.management(), readiness(), metrics);
  }

  private Readiness readiness() {
    List<HealthCheck> checks = new ArrayList<>(parts.healthChecks());
    checks.add(new ServingCheck(publicServer::isDraining));
    Readiness readiness = new Readiness(checks);
    readiness.measure(metrics.registry());
    return readiness;
  }

  /** The version that the build wrote into the jar. */
  private static String version() {
    String version = Server.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  private Outside outside(Settings settings, Clock clock, Contract contract) {
    if (settings.identity().mode() == IdentitySettings.Mode.OIDC) {
      return Outside.ofOthers(settings, metrics.registry(), clock);
    }
    return Outside.of(new Sandbox(settings, contract, baseUri, clock), settings, clock);
  }

  /** The database that the settings name; the commands beside the service open the same. */
  public static DatabaseConfig databaseConfig(Settings settings) {
    DatabaseSettings chosen = settings.database();
    String url =
        chosen.url() == null ? DatabaseConfig.embeddedUrl(settings.dataDir()) : chosen.url();
    return new DatabaseConfig(
        url, chosen.user(), chosen.password(), chosen.connections(), CONNECTION_TIMEOUT);
  }

  /** Serves; {@link UncheckedIOException} when a port can't be had. */
  public void start() {
    try {
      parts.start();
      if (tls != null) {
        tls.start();
      }
      managementServer.start();
      publicServer.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the operations are served; with the port that was found when none was asked for. */
  public URI baseUri() {
    return baseUri;
  }

  /** Drains, lets running requests end within the configured grace, then stops all the rest. */
  @Override
  public void close() {
    publicServer.close();
    if (tls != null) {
      tls.close();
    }
    managementServer.close();
    parts.close();
    database.close();
    tracing.close();
    metrics.close();
  }
}
