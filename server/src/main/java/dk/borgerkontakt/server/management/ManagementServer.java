package dk.borgerkontakt.server.management;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.server.config.source.Endpoint;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.server.ServerConfiguration;

/** Health and metrics, on a port that the public never reaches. */
public final class ManagementServer implements AutoCloseable {

  static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private static final String READY = "ready";

  private final HttpServer server = new HttpServer();

  /**
   * @param draining whether the service is about to end, and so not ready any more
   */
  public ManagementServer(
      Endpoint endpoint, Database database, Metrics metrics, BooleanSupplier draining) {
    server.addListener(new NetworkListener("management", endpoint.host(), endpoint.port()));
    ServerConfiguration configuration = server.getServerConfiguration();
    configuration.setDefaultErrorPageGenerator((request, status, reason, text, fault) -> "");
    configuration.addHttpHandler(text("text/plain", () -> "up\n"), "/health/live");
    configuration.addHttpHandler(ready(database, draining), "/health/ready");
    configuration.addHttpHandler(text(OPEN_METRICS, metrics::scrape), "/metrics");
  }

  /** Binds and serves. */
  public void start() throws IOException {
    server.start();
  }

  private static HttpHandler text(String type, Supplier<String> content) {
    return new HttpHandler() {
      @Override
      public void service(Request request, Response response) throws IOException {
        response.setContentType(type);
        response.getWriter().write(content.get());
      }
    };
  }

  private static HttpHandler ready(Database database, BooleanSupplier draining) {
    return new HttpHandler() {
      @Override
      public void service(Request request, Response response) throws IOException {
        String state = state(database, draining);
        response.setStatus(state.equals(READY) ? 200 : 503);
        response.setContentType("text/plain");
        response.getWriter().write(state + "\n");
      }
    };
  }

  private static String state(Database database, BooleanSupplier draining) {
    if (draining.getAsBoolean()) {
      return "the service is being stopped";
    }
    return database.isReady() ? READY : "the database is out of reach";
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
