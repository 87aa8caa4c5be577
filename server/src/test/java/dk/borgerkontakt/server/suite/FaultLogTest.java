package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the log tells of a fault inside, where a statement with personal values has failed. */
class FaultLogTest {

  @AutoClose private final TestServer server = TestServer.start();

  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Register register = server.register();

  @BeforeEach
  void listen() {
    appender.start();
    root.addAppender(appender);
  }

  @AfterEach
  void listenNoMore() {
    root.detachAppender(appender);
  }

  @Test
  void aFailedStatementIsLoggedWithoutItsValues() {
    Caller akasse = server.as("akasse-11");
    String citizen = register.newCitizen();
    register.run(
        "alter table kontaktinformation add constraint fault"
            + " check (kontaktdata not like 'hemmelig%')");
    register.run("alter table audit add constraint afault check (client_id <> 'akasse-11')");

    akasse.create(citizen, 1, "20 12 98 76", 3, "hemmelig@example.org").send();
    register.run("alter table borger rename to borger_vaek");
    akasse.read(citizen).send();
    akasse.byMobile("20129876").send();

    List<String> texts = appender.list.stream().map(FaultLogTest::text).toList();
    assertThat(texts).anyMatch(text -> text.contains("internal fault"));
    assertThat(texts)
        .noneMatch(text -> text.contains(citizen))
        .noneMatch(text -> text.contains("20129876"))
        .noneMatch(text -> text.contains("hemmelig"));
  }

  private static String text(ILoggingEvent event) {
    StringBuilder text = new StringBuilder(event.getFormattedMessage());
    for (IThrowableProxy at = event.getThrowableProxy(); at != null; at = at.getCause()) {
      text.append('\n').append(at.getClassName()).append(' ').append(at.getMessage());
    }
    return text.toString();
  }
}
