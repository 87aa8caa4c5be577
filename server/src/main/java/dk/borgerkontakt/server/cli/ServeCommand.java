package dk.borgerkontakt.server.cli;

import dk.borgerkontakt.server.Server;
import dk.borgerkontakt.server.config.Settings;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.log.Logging;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Serves until the process is told to stop. */
@Command(name = "serve", description = "Start the service (also without a command).")
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  private final ConfigurationOptions options;
  private final Surroundings surroundings;

  ServeCommand(ConfigurationOptions options, Surroundings surroundings) {
    this.options = options;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = options.settings();
    StartChecks.checkAll(settings, surroundings.clock());
    Server server = new Server(settings, surroundings.clock(), Contract.bundled());
    Thread stop = new Thread(() -> stop(server), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    start(server, stop);
    surroundings.out().println(readyLine(server, settings));
    waitForTheEnd();
    return BorgerkontaktCommand.DONE;
  }

  private static void start(Server server, Thread stop) throws InterruptedException {
    try {
      server.start();
    } catch (RuntimeException e) {
      removeHook(stop);
      server.close();
      throw e;
    }
  }

  /** Where the process is being stopped already, that is what the start failed of. */
  private static void removeHook(Thread stop) throws InterruptedException {
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException e) {
      waitForTheEnd();
    }
  }

  private static void waitForTheEnd() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  private static String readyLine(Server server, Settings settings) {
    String address = server.baseUri().toString().replaceFirst("/$", "");
    String mode = settings.identity().mode().name().toLowerCase(Locale.ROOT);
    return "Borgerkontakt ready on " + address + " (" + mode + ")";
  }

  /** Halts, because the exit code of a virtual machine that a signal stops is 143 otherwise. */
  private void stop(Server server) {
    int code = BorgerkontaktCommand.DONE;
    try {
      server.close();
    } catch (RuntimeException e) {
      LOG.error("Not stopped in good order", e);
      code = BorgerkontaktCommand.NOTHING_DONE;
    }
    Logging.flush();
    surroundings.out().flush();
    Runtime.getRuntime().halt(code);
  }
}
