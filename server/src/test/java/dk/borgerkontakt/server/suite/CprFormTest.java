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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Error 1001: the header with the citizen's number. */
class CprFormTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private static final String HEADER = "x-civilregistrationIdentifier";
  private static final String FAULT = HEADER + " 1001";

  private final Caller star = server.as("star");

  @ParameterizedTest
  @EnumSource(names = {"CREATE", "GET", "STATUS", "CODE", "VERIFY"})
  void missingEmptyAndRepeatedAre1001(Operation operation) {
    assertInvalid(operation.call(star, "0107809001").without(HEADER));
    assertInvalid(operation.call(star, ""));
    assertInvalid(operation.call(star, "0107809001").cpr("0107809001"));
    assertInvalid(operation.call(star, "0107809001").cpr("0207809002"));
    assertInvalid(operation.call(star, "0107809001,0107809001"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "010780900", "01078090011", "010780-9001", "01 07809001", "010780900a", "x107809001",
        "0000000001", "0007809001", "0100809001", "0113809001", "3207809001", "3104809001",
        "3106809001", "3109809001", "3111809001", "3002809001", "3102809001", "9999999999",
        "00000000000", "000000000", "0107809001;", "\u00b2107809001"
      })
  void whatIsNoDateIs1001(String cpr) {
    assertInvalid(star.read(cpr));
  }

  /** 2000 and 1600 are leap years, 1900 is none; the seventh digit says which it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2902000111", "2902003111", "2902010111", "2902370444", "2902014111", "2902374111",
        "2902019111", "2902379111", "2902015111", "2902585111", "2902588111", "2902615111",
        "2902815111", "2902990111", "2902999111"
      })
  void theLeapDayOfACommonYearIs1001(String cpr) {
    assertInvalid(star.read(cpr));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2902004111", "2902009111", "2902005111", "2902008111", "2902364111", "2902369111",
        "2902404111", "2902409111", "2902040111", "2902803111", "2902565111", "2902568111",
        "2902605111", "2902805111", "2902967111"
      })
  void theLeapDayOfALeapYearIsADay(String cpr) {
    assertThat(star.read(cpr).send().outcome()).isEqualTo(1010);
  }

  @Test
  void theCitizenBornOnALeapDayIsKnown() {
    assertThat(star.read("2902009011").send().outcome()).isEqualTo(9159);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0101010000", "3112999999", "3001009999", "3008570000", "0107800000"})
  void noNumberIsRefusedForItsCheckDigit(String cpr) {
    assertThat(star.read(cpr).send().outcome()).isEqualTo(1010);
  }

  @ParameterizedTest
  @EnumSource(names = {"CREATE", "GET", "STATUS", "CODE", "VERIFY"})
  void tenZeroesAreAnUnknownCitizen(Operation operation) {
    Answer answer = operation.call(star, "0000000000").send();

    assertThat(answer.outcome()).isEqualTo(1010);
    assertThat(answer.faults()).containsExactly("x-civilregistrationIdentifier 1010");
  }

  private static void assertInvalid(Call call) {
    Answer answer = call.illFormed().send();

    assertThat(answer.outcome()).isEqualTo(1001);
    assertThat(answer.faults()).containsExactly(FAULT);
  }
}
