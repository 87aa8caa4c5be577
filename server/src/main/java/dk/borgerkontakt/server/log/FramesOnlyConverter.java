package dk.borgerkontakt.server.log;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/**
 * Prints an exception's class and frames and those of its causes and suppressed exceptions, but no
 * message: those of JDBC and Jackson quote the data they fail on ("Key (cpr)=(…) already exists").
 */
public final class FramesOnlyConverter extends ThrowableHandlingConverter {

  @Override
  public String convert(ILoggingEvent event) {
    StringBuilder text = new StringBuilder();
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      append(text, "", "", thrown);
    }
    return text.toString();
  }

  private static void append(
      StringBuilder text, String indent, String label, IThrowableProxy thrown) {
    text.append(indent).append(label).append(thrown.getClassName());
    if (thrown.isCyclic()) {
      text.append(" (told above)\n");
      return;
    }
    text.append('\n');
    appendFrames(text, indent, thrown);
    for (IThrowableProxy suppressed : thrown.getSuppressed()) {
      append(text, indent + "\t", "Suppressed: ", suppressed);
    }
    if (thrown.getCause() != null) {
      append(text, indent, "Caused by: ", thrown.getCause());
    }
  }

  private static void appendFrames(StringBuilder text, String indent, IThrowableProxy thrown) {
    StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
    int own = frames.length - thrown.getCommonFrames();
    for (int i = 0; i < own; i++) {
      text.append(indent).append("\tat ").append(frames[i].getStackTraceElement()).append('\n');
    }
    if (thrown.getCommonFrames() > 0) {
      text.append(indent).append("\t... ").append(thrown.getCommonFrames()).append(" more\n");
    }
  }
}
