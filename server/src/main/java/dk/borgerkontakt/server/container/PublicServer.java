package dk.borgerkontakt.server.container;

import dk.borgerkontakt.server.config.ShutdownSettings;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.tls.LiveTls;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.ServerConfiguration;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;

/** Jersey on Grizzly, bound at the root, so that every path is answered by the one error format. */
public final class PublicServer implements AutoCloseable {

  /** As many requests are worked on at once; they wait for the database more than for the CPU. */
  private static final int WORKERS = 32;

  /** Beyond so many waiting requests a new one is better refused than promised. */
  private static final int WAITING = 4096;

  private final HttpServer server;
  private final Draining draining = new Draining();
  private final ShutdownSettings shutdown;

  /**
   * Binds nothing yet.
   *
   * @param tls null: plain HTTP
   */
  public PublicServer(
      URI baseUri,
      ResourceConfig application,
      Contract contract,
      ShutdownSettings shutdown,
      @Nullable LiveTls tls) {
    this.server = GrizzlyHttpServerFactory.createHttpServer(baseUri, application, false);
    this.shutdown = shutdown;
    guardMessages(server.getServerConfiguration());
    for (NetworkListener listener : server.getListeners()) {
      if (tls != null) {
        new TlsConnections(tls).secure(listener);
      }
      listener.registerAddOn(new WholeBodies(contract.limits().messageBytes()));
      listener.registerAddOn(new IgnoreUpgrade());
      listener.registerAddOn(new VersionHeader(contract.version()));
      listener.registerAddOn(draining);
      listener.getKeepAlive().setMaxRequestsCount(-1);
      listener
          .getTransport()
          .setWorkerThreadPoolConfig(
              ThreadPoolConfig.defaultConfig()
                  .setPoolName("http-worker")
                  .setCorePoolSize(WORKERS)
                  .setMaxPoolSize(WORKERS)
                  .setQueueLimit(WAITING));
    }
    // What Grizzly refuses before there is a request to answer has no body: no page, no stack
    // trace.
    server
        .getServerConfiguration()
        .setDefaultErrorPageGenerator((request, status, reason, text, fault) -> "");
    // Else a GET with a body is refused with nothing; RFC 9110 (9.3.1) gives such a body no
    // meaning.
    server.getServerConfiguration().setAllowPayloadForUndefinedHttpMethods(true);
  }

  /** Jersey's container is final: it can be handed over to, but not extended. */
  private static void guardMessages(ServerConfiguration configuration) {
    HttpHandler jersey = configuration.getHttpHandlersWithMapping().keySet().iterator().next();
    configuration.removeHttpHandler(jersey);
    configuration.addHttpHandler(new MessageGuard(jersey), "/");
  }

  /** Binds and serves; BindException when the port is taken. */
  public void start() throws IOException {
    server.start();
  }

  /** Whether the end has begun: what is asked is still answered, but nobody should begin to ask. */
  public boolean isDraining() {
    return draining.hasBegun();
  }

  /**
   * Serves on for the delay as {@link #isDraining()}, which an interrupt cuts short. Then takes no
   * new connection, and waits for the running requests, but no longer than the grace.
   */
  @Override
  public void close() {
    drain();
    long grace = shutdown.grace().toMillis();
    try {
      server.shutdown(grace, TimeUnit.MILLISECONDS).get(grace + 1000, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      server.shutdownNow();
    }
  }

  private void drain() {
    if (server.isStarted()) {
      draining.begin();
      try {
        TimeUnit.MILLISECONDS.sleep(shutdown.delay().toMillis());
      } catch (InterruptedException noMoreDelay) {
        // Whoever interrupts wants the end sooner, and in the same good order.
      }
    }
  }
}
