package dk.borgerkontakt.server.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dk.borgerkontakt.server.log.Logging;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.slf4j.event.Level;

/** Nothing of a mail is logged, not even where everything of ours is. */
class MailPrivacyTest {

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    Logging.install();
    Logging.setLevel(Level.TRACE);
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stop() {
    root.detachAppender(log);
    Logging.setLevel(Level.INFO);
    SLF4JBridgeHandler.uninstall();
  }

  @Test
  void theLibraryPrintsNoConversation() throws IOException {
    LoggerFactory.getLogger("dk.borgerkontakt.server").trace("heard");
    try (TestMailServer server = new TestMailServer();
        MailRelay relay = new MailRelay(Mails.settings(server.port()))) {
      Mails.send(relay, Mails.to(Mails.RECIPIENT));
      assertThat(server.only()).isNotNull();
    }

    assertThat(List.copyOf(log.list))
        .filteredOn(event -> event.getLoggerName().startsWith("dk.borgerkontakt"))
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("heard");
  }
}
