package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.cli.BorgerkontaktCommand;
import dk.borgerkontakt.server.cli.Surroundings;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register says that a citizen has a new number, while the service runs. */
class CprChangeTest {

  @AutoClose private static final TestServer server = TestServer.start();

  @TempDir Path folder;

  private final Caller akasse = server.as("akasse-11");
  private final Register register = server.register();
  private final String old = register.newCitizen();
  private final String mobile = Register.freeMobile();

  @Test
  void contactInformationAndAccessFollowAndTheOldNumberIsUnknown() {
    akasse.create(old, 1, mobile).send();
    akasse.status(old, 1, 2).send();

    String changed = change(old);

    assertThat(akasse.read(changed).send().kontaktinformation())
        .containsExactly("1 " + mobile + " 2");
    assertThat(akasse.read(old).send().outcome()).isEqualTo(1010);
    assertThat(akasse.create(old, 1, null).send().outcome()).isEqualTo(1010);
    assertThat(akasse.byMobile(mobile).send().borgerer()).containsExactly(changed);
  }

  @Test
  void aLiveCodeFollows() {
    akasse.create(old, 1, mobile).send();
    akasse.code(old, 1).send();
    String code = server.outbox().nextCode(mobile);

    String changed = change(old);

    assertThat(akasse.verify(changed, 1, Codes.wrong(code)).send().outcome()).isEqualTo(90001);
    assertThat(akasse.verify(changed, 1, code).send().status()).isEqualTo(204);
  }

  @Test
  void aLiveCodeFollowsToACitizenThatIsKnownAlready() {
    akasse.create(old, 1, mobile).send();
    akasse.code(old, 1).send();
    String code = server.outbox().nextCode(mobile);
    String known = register.newCitizen();

    change(old, known);

    assertThat(akasse.verify(known, 1, code).send().status()).isEqualTo(204);
    assertThat(akasse.read(known).send().kontaktinformation())
        .containsExactly("1 " + mobile + " 2");
  }

  @Test
  void theAuditFollows() {
    akasse.create(old, 1, mobile).send();
    String known = register.newCitizen();

    change(old, known);

    assertThat(
            register.rows(
                "select * from audit where operation = 'createKontaktinformation' and borger_id ="
                    + " (select id from borger where cpr = ?)",
                known))
        .hasSize(1);
  }

  @Test
  void aChainOfChangesIsFollowed() {
    akasse.create(old, 1, mobile).send();

    String second = change(old);
    String third = change(second);

    assertThat(akasse.read(old).send().outcome()).isEqualTo(1010);
    assertThat(akasse.read(second).send().outcome()).isEqualTo(1010);
    assertThat(akasse.read(third).send().kontaktinformation())
        .containsExactly("1 " + mobile + " 1");
  }

  @Test
  void theSecondSayingOfTheSameChangesNothing() {
    akasse.create(old, 1, mobile).send();
    String changed = change(old);
    akasse.status(changed, 1, 3).send();

    change(old, changed);

    assertThat(akasse.read(changed).send().kontaktinformation())
        .containsExactly("1 " + mobile + " 3");
  }

  private String change(String from) {
    String to = Register.freeCpr();
    change(from, to);
    return to;
  }

  private void change(String from, String to) {
    try {
      Files.writeString(
          folder.resolve("borgere.csv"), "cpr,doed,nyt_cpr\n" + from + ",false," + to + "\n");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Surroundings surroundings =
        new Surroundings(nowhere, nowhere, false, Map.of(), Map.of(), server.clock());

    List<String> arguments = new ArrayList<>(List.of("import", folder.toString()));
    arguments.addAll(server.sameData());
    int exit = BorgerkontaktCommand.run(surroundings, arguments.toArray(String[]::new));

    assertThat(exit).isZero();
  }
}
