package dk.borgerkontakt.server.tls;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.config.tls.TlsSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS by the files as they are now. They are read every second; once they have changed and stayed
 * the same for a second, new connections are made with them, and those that are open go on. Files
 * that can't be used change nothing, and are told in the log once. Safe for use by several threads.
 */
public final class LiveTls implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveTls.class);
  private static final Duration SOON = Duration.ofDays(30);

  private final TlsSettings settings;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "tls-files");
            thread.setDaemon(true);
            return thread;
          });

  private volatile TlsContext current;
  private volatile boolean isStale;

  /** What was last made use of, or tried in vain; empty: files that could not be read. */
  private Optional<TlsFiles> tried;

  private Optional<TlsFiles> seen;

  /**
   * Reads the files.
   *
   * @throws ConfigurationException with every fault of them
   */
  public LiveTls(TlsSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    tried = read();
    seen = tried;
    current = context();
    tellExpiry();
  }

  /** Throws as a start would, and keeps nothing. */
  public static void check(TlsSettings settings, Clock clock) {
    new LiveTls(settings, clock).close();
  }

  /** Begins to look for changes. */
  public void start() {
    ScheduledFuture<?> unused = timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  private Optional<TlsFiles> read() {
    try {
      return Optional.of(TlsFiles.read(settings));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private TlsContext context() {
    TlsFiles files =
        tried.orElseThrow(
            () ->
                new ConfigurationException(
                    List.of("A file of borgerkontakt.tls can't be read any more; put it back")));
    return TlsContext.of(files, settings, clock.instant());
  }

  /** A writer may be at work: what is seen twice is whole. */
  private void look() {
    try {
      Optional<TlsFiles> now = read();
      boolean isSettled = now.equals(seen);
      seen = now;
      if (isSettled && !now.equals(tried)) {
        tried = now;
        change();
      }
    } catch (RuntimeException e) {
      LOG.error("the files of TLS could not be looked at", e);
    }
  }

  private void change() {
    try {
      current = context();
      isStale = false;
      LOG.info("TLS: new connections use the changed files; certificate good until {}", expires());
      tellExpiry();
    } catch (ConfigurationException e) {
      isStale = true;
      e.faults().forEach(fault -> LOG.error("TLS goes on with the files as they were: {}", fault));
    }
  }

  private void tellExpiry() {
    if (clock.instant().plus(SOON).isAfter(expires())) {
      LOG.warn("TLS: the certificate ends at {}; renew it", expires());
    }
  }

  /** The server's end of one new connection. */
  public SSLEngine newEngine() {
    return current.newEngine();
  }

  /** When the certificate in use ends. */
  public Instant expires() {
    return current.expires();
  }

  /** Whether the files have changed to something that can't be used. */
  public boolean isStale() {
    return isStale;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
