package dk.borgerkontakt.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The process-wide logging: what the configuration file of logback can't do by itself. */
public final class Logging {
  private static final String OURS = "dk.borgerkontakt";

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

  /** Writes out what is still held back; nothing is logged afterwards. */
  public static void flush() {
    context().stop();
  }

  private static LoggerContext context() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }
}
