package dk.borgerkontakt.server.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What a logger, and those below it, are told from its making to its close. */
public final class LogLines implements AutoCloseable {

  private final Logger logger;
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

  private LogLines(String name) {
    logger = (Logger) LoggerFactory.getLogger(name);
    appender.list = new CopyOnWriteArrayList<>();
    appender.start();
    logger.addAppender(appender);
  }

  public static LogLines ofAll() {
    return new LogLines(Logger.ROOT_LOGGER_NAME);
  }

  /** Of the package that the class is in, and those below it. */
  public static LogLines ofPackage(Class<?> type) {
    return new LogLines(type.getPackageName());
  }

  public List<ILoggingEvent> events() {
    return List.copyOf(appender.list);
  }

  /** The messages, each with the exceptions that came with it, their own messages included. */
  public List<String> texts() {
    return appender.list.stream().map(LogLines::text).toList();
  }

  /** The messages of warnings. */
  public List<String> warnings() {
    return appender.list.stream()
        .filter(event -> event.getLevel() == Level.WARN)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  /** Forgets what came so far. */
  public void clear() {
    appender.list.clear();
  }

  private static String text(ILoggingEvent event) {
    StringBuilder text = new StringBuilder(event.getFormattedMessage());
    for (IThrowableProxy at = event.getThrowableProxy(); at != null; at = at.getCause()) {
      text.append('\n').append(at.getClassName()).append(' ').append(at.getMessage());
    }
    return text.toString();
  }

  @Override
  public void close() {
    logger.detachAppender(appender);
  }
}
