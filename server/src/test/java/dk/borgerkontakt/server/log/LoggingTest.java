package dk.borgerkontakt.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.slf4j.event.Level;

class LoggingTest {

  @AfterEach
  void restore() {
    Logging.setLevel(Level.INFO);
    SLF4JBridgeHandler.uninstall();
  }

  @Test
  void setsTheLevelOfOurLoggersAlone() {
    Logging.setLevel(Level.DEBUG);

    assertThat(LoggerFactory.getLogger("dk.borgerkontakt.server").isDebugEnabled()).isTrue();
    assertThat(LoggerFactory.getLogger("org.glassfish.jersey").isInfoEnabled()).isFalse();
  }

  @Test
  void bridgesJavaUtilLogging() {
    Logger grizzly = (Logger) LoggerFactory.getLogger("org.glassfish.grizzly");
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    grizzly.addAppender(appender);

    Logging.install();
    java.util.logging.Logger.getLogger("org.glassfish.grizzly").warning("from the bridge");

    assertThat(appender.list).extracting(ILoggingEvent::getMessage).contains("from the bridge");
    grizzly.detachAppender(appender);
  }
}
