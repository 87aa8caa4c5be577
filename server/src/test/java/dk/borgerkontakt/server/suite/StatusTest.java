package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private final Caller akasse = server.as("akasse-11");
  private final String citizen = server.register().newCitizen();

  @ParameterizedTest
  @CsvSource({"1, 20120002", "2, 33120003", "3, borger@example.dk"})
  void anyStatusMayBeSetOnAnyType(int type, String value) {
    akasse.create(citizen, type, value).send();

    for (int status : new int[] {2, 3, 1, 3, 2}) {
      assertThat(akasse.status(citizen, type, status).send().status()).isEqualTo(204);
      assertThat(status(0)).isEqualTo(status);
    }
  }

  @Test
  void setsTheNamedTypeAlone() {
    akasse.create(citizen, 1, "20120002", 3, "borger@example.dk").send();

    akasse.status(citizen, 3, 2).send();

    assertThat(akasse.read(citizen).send().kontaktinformation())
        .containsExactly("1 +4520120002 1", "3 borger@example.dk 2");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void aNewValueStartsUnverified(int status) {
    akasse.create(citizen, 1, "20120002").send();
    akasse.status(citizen, 1, status).send();

    akasse.create(citizen, 1, "20120003").send();

    assertThat(status(0)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theSameValueKeepsItsStatus(int status) {
    akasse.create(citizen, 1, "20120002").send();
    akasse.status(citizen, 1, status).send();

    akasse.create(citizen, 1, "20120002").send();

    assertThat(status(0)).isEqualTo(status);
  }

  @Test
  void aDeletedValueThatComesBackStartsUnverified() {
    akasse.create(citizen, 1, "20120002").send();
    akasse.status(citizen, 1, 2).send();

    akasse.create(citizen, 1, null).send();
    akasse.create(citizen, 1, "20120002").send();

    assertThat(status(0)).isEqualTo(1);
  }

  @Test
  void oneChangedLetterOfAMailAddressIsAChange() {
    akasse.create(citizen, 3, "borger@example.dk").send();
    akasse.status(citizen, 3, 2).send();

    akasse.create(citizen, 3, "Borger@example.dk").send();

    assertThat(akasse.read(citizen).send().kontaktinformation())
        .containsExactly("3 Borger@example.dk 1");
  }

  @Test
  void nothingRegisteredIs9159AndAnotherTypeIs9242() {
    assertThat(akasse.status(citizen, 1, 2).send().outcome()).isEqualTo(9159);

    akasse.create(citizen, 3, "borger@example.dk").send();

    assertThat(akasse.status(citizen, 1, 2).send().outcome()).isEqualTo(9242);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 1, 9153, /kontaktdataType 9153",
    "0, 1, 9153, /kontaktdataType 9153",
    "1, 0, 9193, /kontaktdatastatus 9193",
    "1, 4, 9193, /kontaktdatastatus 9193",
    "-1, 1, 9153, /kontaktdataType 9153",
    "2147483647, 1, 9153, /kontaktdataType 9153"
  })
  void valuesOutsideTheCodeLists(int type, int status, int code, String fault) {
    Answer answer = akasse.status(citizen, type, status).illFormed().send();

    assertThat(answer.outcome()).isEqualTo(code);
    assertThat(answer.faults()).containsExactly(fault);
  }

  @Test
  void readsInTheOrderOfTheCodeList() {
    akasse.create(citizen, 3, "borger@example.dk", 2, "33120003", 1, "20120002").send();

    assertThat(akasse.read(citizen).send().kontaktinformation())
        .containsExactly("1 +4520120002 1", "2 +4533120003 1", "3 borger@example.dk 1");
  }

  @Test
  void aDeadCitizensContactInformationCanBeReadButNotChanged() {
    akasse.create(citizen, 1, "20120002").send();
    server.register().dies(citizen);

    assertThat(akasse.read(citizen).send().kontaktinformation()).containsExactly("1 +4520120002 1");
    assertThat(akasse.create(citizen, 1, null).send().outcome()).isEqualTo(4405);
    assertThat(akasse.status(citizen, 1, 2).send().outcome()).isEqualTo(4405);
    assertThat(akasse.code(citizen, 1).send().outcome()).isEqualTo(4405);
    assertThat(akasse.verify(citizen, 1, "000000").send().outcome()).isEqualTo(4405);
    assertThat(akasse.read(citizen).send().kontaktinformation()).containsExactly("1 +4520120002 1");
  }

  private int status(int index) {
    return akasse
        .read(citizen)
        .send()
        .json()
        .at("/kontaktinformationer/kontaktinformation/" + index + "/kontaktdatastatus")
        .intValue();
  }
}
