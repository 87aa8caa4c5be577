package dk.borgerkontakt.server.management;

import dk.borgerkontakt.server.config.source.Endpoint;
import java.io.IOException;
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

  private final HttpServer server = new HttpServer();

  public ManagementServer(Endpoint endpoint, Readiness readiness, Metrics metrics) {
    server.addListener(new NetworkListener("management", endpoint.host(), endpoint.port()));
    ServerConfiguration configuration = server.getServerConfiguration();
    configuration.setDefaultErrorPageGenerator((request, status, reason, text, fault) -> "");
    configuration.addHttpHandler(text("text/plain", () -> "up\n"), "/health/live");
    configuration.addHttpHandler(ready(readiness), "/health/ready");
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

  private static HttpHandler ready(Readiness readiness) {
    return new HttpHandler() {
      @Override
      public void service(Request request, Response response) throws IOException {
        Readiness.Answer answer = readiness.answer();
        response.setStatus(answer.isReady() ? 200 : 503);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(answer.json());
      }
    };
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
