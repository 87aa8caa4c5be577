package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Call;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Operation;
import dk.borgerkontakt.server.testing.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** All faults of one message's form are told together, each at its place. */
class FaultListTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private static final String CITIZEN = "3112999012";
  private static final String LIST = "/kontaktinformationer/kontaktinformation/";

  private final Caller star = server.as("star");

  @Test
  void everyFaultOfABodyIsTold() {
    Answer answer =
        create(
            """
            {"kontaktdata":1,"kontaktdataType":"1"},
            {"kontaktdata":"20120002"},
            {"kontaktdata":"20120002","kontaktdataType":7},
            null""");

    assertThat(answer.outcome()).isEqualTo(1014);
    assertThat(answer.faults())
        .containsExactlyInAnyOrder(
            LIST + "0/kontaktdata 1014",
            LIST + "0/kontaktdataType 1014",
            LIST + "1/kontaktdataType 1014",
            LIST + "2/kontaktdataType 9153",
            LIST + "3 1014");
  }

  @Test
  void headersAndBodyAreToldTogether() {
    Answer answer =
        star.post(Caller.STATUS, "{\"kontaktdataType\":9,\"kontaktdatastatus\":9}")
            .cpr("3202809001")
            .requestId("x".repeat(47))
            .header("x-requestUserTypeIdentifier", "5")
            .header("x-userIdentifier", "x".repeat(101))
            .illFormed()
            .send();

    assertThat(answer.outcome()).isEqualTo(1001);
    assertThat(answer.faults())
        .containsExactlyInAnyOrder(
            "x-civilregistrationIdentifier 1001",
            "x-requestId 1014",
            "x-requestUserTypeIdentifier 1014",
            "x-userIdentifier 1014",
            "/kontaktdataType 9153",
            "/kontaktdatastatus 9193");
  }

  @Test
  void aTypeOutsideTheListComesBeforeAStatusOutsideIt() {
    Answer answer = star.status(CITIZEN, 9, 9).illFormed().send();

    assertThat(answer.outcome()).isEqualTo(9153);
    assertThat(answer.faults())
        .containsExactlyInAnyOrder("/kontaktdataType 9153", "/kontaktdatastatus 9193");
  }

  @Test
  void aTypeOutsideTheListIsNamedInEveryMessage() {
    Answer create = star.create(CITIZEN, 1, "20120002", 0, null).illFormed().send();
    Answer verify = star.verify(CITIZEN, 4, "123456").illFormed().send();

    assertThat(create.outcome()).isEqualTo(9153);
    assertThat(create.faults()).containsExactly(LIST + "1/kontaktdataType 9153");
    assertThat(verify.outcome()).isEqualTo(9153);
    assertThat(verify.faults()).containsExactly("/kontaktdataType 9153");
  }

  @Test
  void aMissingPropertyComesBeforeAValueOutsideAList() {
    Answer answer =
        star.post(Caller.STATUS, "{\"kontaktdatastatus\":9}").cpr(CITIZEN).illFormed().send();

    assertThat(answer.outcome()).isEqualTo(1014);
    assertThat(answer.faults())
        .containsExactlyInAnyOrder("/kontaktdataType 1014", "/kontaktdatastatus 9193");
  }

  @Test
  void everyInvalidNumberAndAddressIsTold() {
    Answer answer = star.create(CITIZEN, 3, "ingen", 2, "12", 1, "12").send();

    assertThat(answer.outcome()).isEqualTo(9156);
    assertThat(answer.faults())
        .containsExactlyInAnyOrder(
            LIST + "0/kontaktdata 9158", LIST + "1/kontaktdata 9157", LIST + "2/kontaktdata 9156");
  }

  @Test
  void theSecondOfTwoElementsWithOneTypeIsTold() {
    Answer answer = star.create(CITIZEN, 1, "20120002", 2, "33120003", 1, "20120003").send();

    assertThat(answer.outcome()).isEqualTo(1014);
    assertThat(answer.faults()).singleElement().asString().startsWith("/kontaktinformationer/");
  }

  @Test
  void noMoreThanAHundredFaultsAreTold() {
    Answer answer = create("1,".repeat(3_000) + "1");

    assertThat(answer.outcome()).isEqualTo(1014);
    assertThat(answer.faults()).hasSizeBetween(1, 100);
  }

  @ParameterizedTest
  @EnumSource
  void headersOfEveryOperation(Operation operation) {
    Call call =
        operation
            .call(star, CITIZEN)
            .header("x-userIdentifier", "")
            .header("x-requestUserTypeIdentifier", "0");

    Answer answer = call.illFormed().send();

    assertThat(answer.outcome()).isEqualTo(1014);
    assertThat(answer.faults())
        .containsExactlyInAnyOrder("x-userIdentifier 1014", "x-requestUserTypeIdentifier 1014");
  }

  @ParameterizedTest
  @CsvSource({
    "x-requestUserTypeIdentifier, 02", "x-requestUserTypeIdentifier, 2.0",
    "x-requestUserTypeIdentifier, +2", "x-requestUserTypeIdentifier, Sagsbehandler",
    "x-requestUserTypeIdentifier, ''", "x-requestUserTypeIdentifier, '1,2'",
    "x-requestUserTypeIdentifier, 99999999999", "x-requestId, ''"
  })
  void headersAreNotCoerced(String name, String value) {
    Answer answer = star.create(CITIZEN, 1, null).header(name, value).illFormed().send();

    assertThat(answer.outcome()).isEqualTo(1014);
    assertThat(answer.faults()).containsExactly(name + " 1014");
  }

  @ParameterizedTest
  @CsvSource({"x-requestId, a", "x-userIdentifier, a", "x-requestUserTypeIdentifier, 1"})
  void repeatedHeadersAre1014(String name, String value) {
    Answer answer =
        star.create(CITIZEN, 1, null).header(name, value).header(name, value).illFormed().send();

    assertThat(answer.outcome()).isEqualTo(1014);
    assertThat(answer.faults()).containsExactly(name + " 1014");
  }

  @Test
  void whatCanNotBeANumberComesBeforeTheHeadersOfALookUp() {
    Answer answer =
        star.byMobile("abc").header("x-requestUserTypeIdentifier", "0").illFormed().send();

    assertThat(answer.outcome()).isIn(9156, 1014);
    assertThat(answer.faults()).contains("x-requestUserTypeIdentifier 1014");
  }

  private Answer create(String elements) {
    String body = "{\"kontaktinformationer\":{\"kontaktinformation\":[" + elements + "]}}";
    return star.post(Caller.PATH, body).cpr(CITIZEN).illFormed().send();
  }
}
