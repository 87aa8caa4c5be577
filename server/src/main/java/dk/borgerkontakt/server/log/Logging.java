package dk.borgerkontakt.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import dk.borgerkontakt.server.config.LogFormat;
import java.net.URL;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The process-wide logging: what the configuration file of logback can't do by itself. */
public final class Logging {
  private static final String OURS = "dk.borgerkontakt";
  private static final String FORMAT = "borgerkontakt.log.format";

  private Logging() {}

  /** Brings what Jersey and Grizzly log through java.util.logging to the same appender. */
  public static void install() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  /**
   * Sets the least level of our own loggers. Those of others stay at WARN: below it they print
   * headers, SQL and bodies.
   */
  public static void setLevel(org.slf4j.event.Level level) {
    context().getLogger(OURS).setLevel(Level.convertAnSLF4JLevel(level));
  }

  /** Has every line from now on written in this format, by the same configuration file. */
  public static void setFormat(LogFormat format) {
    LoggerContext context = context();
    String name = format.name().toLowerCase(Locale.ROOT);
    if (name.equals(context.getProperty("logFormat"))) {
      return;
    }
    Level ours = context.getLogger(OURS).getLevel();
    context.reset();
    context.putProperty(FORMAT, name);
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    URL file = Logging.class.getResource("/logback.xml");
    try {
      configurator.doConfigure(Objects.requireNonNull(file));
    } catch (JoranException e) {
      throw new IllegalStateException(e);
    }
    context.getLogger(OURS).setLevel(ours);
  }

  /** Writes out what is still held back; nothing is logged afterwards. */
  public static void flush() {
    context().stop();
  }

  private static LoggerContext context() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }
}
