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

class NormalisingTest {

  @AutoClose private static final TestServer server = TestServer.start();

  /** 64 + 1 + 189: the longest address that RFC 5321 lets through. */
  private static final String LONGEST_EMAIL =
      "a".repeat(64) + "@" + ("b".repeat(61) + ".").repeat(3) + "dk";

  private final Caller akasse = server.as("akasse-11");
  private final String citizen = server.register().newCitizen();

  @ParameterizedTest
  @CsvSource({
    "20120002, +4520120002",
    "20 12 00 02, +4520120002",
    "20-12-00-02, +4520120002",
    "(20) 12 00 02, +4520120002",
    "+45 20 12 00 02, +4520120002",
    "0045 20120002, +4520120002",
    "+46 70 123 45 67, +46701234567",
    "+47 406 12 345, +4740612345",
    "+49 1512 3456789, +4915123456789",
    "+1 201 555 0123, +12015550123"
  })
  void storesMobileNumbersInE164(String sent, String stored) {
    assertThat(create(1, sent).status()).isEqualTo(204);

    assertThat(stored()).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345678",
        "2012000",
        "201200022",
        "+46 8 123 456 78",
        "80 20 12 34",
        "abc",
        " ",
        "+",
        "+45",
        "2012ABCD",
        "20120002\\n",
        "+999 20120002",
        "borger@example.dk",
        "0"
      })
  void refusesWhatCanNotBeAMobileNumber(String sent) {
    Answer answer = create(1, sent.replace("\\n", "\n"));

    assertThat(answer.outcome()).isEqualTo(9156);
    assertThat(answer.faults())
        .containsExactly("/kontaktinformationer/kontaktinformation/0/kontaktdata 9156");
  }

  @ParameterizedTest
  @CsvSource({
    "33 12 00 03, +4533120003",
    "20 12 00 02, +4520120002",
    "80 20 12 34, +4580201234",
    "+46 8 123 456 78, +46812345678"
  })
  void storesLandlineNumbersInE164(String sent, String stored) {
    assertThat(create(2, sent).status()).isEqualTo(204);

    assertThat(stored()).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678", "3312000", "331200033", "abc", " ", "borger@example.dk"})
  void refusesWhatIsNoValidLandlineNumber(String sent) {
    assertThat(create(2, sent).outcome()).isEqualTo(9157);
  }

  @ParameterizedTest
  @CsvSource({
    "borger@example.dk, borger@example.dk",
    "Borger.Efternavn@EXAMPLE.DK, Borger.Efternavn@example.dk",
    "borger+mit@Sub.Example.dk, borger+mit@sub.example.dk",
    "o'hara@example.dk, o'hara@example.dk",
    "borger@BLÅBÆRGRØD.dk, borger@blåbærgrød.dk"
  })
  void storesMailAddressesWithTheDomainInLowerCase(String sent, String stored) {
    assertThat(create(3, sent).status()).isEqualTo(204);

    assertThat(stored()).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "borger",
        "borger@",
        "@example.dk",
        "bor ger@example.dk",
        "borger@example",
        "a@b@c.dk",
        "borger@-example.dk",
        "20120002",
        " ",
        "borger@example..dk",
        "borger@example.dk,x@y.dk"
      })
  void refusesWhatIsNoMailAddress(String sent) {
    assertThat(create(3, sent).outcome()).isEqualTo(9158);
  }

  @Test
  void takesTheLongestMailAddressButNotALongerOne() {
    assertThat(LONGEST_EMAIL.replace("@b", "@bb")).hasSize(254);

    assertThat(create(3, LONGEST_EMAIL.replace("@b", "@bb")).status()).isEqualTo(204);
    assertThat(stored()).hasSize(254);
    assertThat(create(3, LONGEST_EMAIL.replace("@b", "@bbb")).outcome()).isEqualTo(9158);
  }

  @ParameterizedTest
  @CsvSource({"1, 9156", "2, 9157", "3, 9158"})
  void refusesWhatIsTooLongByItsType(int type, int code) {
    assertThat(create(type, "2".repeat(255)).outcome()).isEqualTo(code);
    assertThat(create(type, "2".repeat(10_000)).outcome()).isEqualTo(code);
  }

  @Test
  void theSameValueInAnotherSpellingIsNoChange() {
    create(1, "20120002");
    akasse.status(citizen, 1, 2).send();

    create(1, "+45 20 12 00 02");

    assertThat(akasse.read(citizen).send().kontaktinformation()).containsExactly("1 +4520120002 2");
  }

  @Test
  void whatWasReadCanBeSentBack() {
    akasse.create(citizen, 1, "20120002", 2, "33120003", 3, "A@EXAMPLE.dk").send();
    akasse.status(citizen, 3, 2).send();
    Answer read = akasse.read(citizen).send();

    assertThat(akasse.post(Caller.PATH, read.text()).cpr(citizen).send().status()).isEqualTo(204);

    assertThat(akasse.read(citizen).send().text()).isEqualTo(read.text());
  }

  /**
   * Longer than the contract's schema says it may be, or not: the answer is the operation's own.
   */
  private Answer create(int type, String value) {
    return akasse.create(citizen, type, value).illFormed().send();
  }

  private String stored() {
    return akasse
        .read(citizen)
        .send()
        .json()
        .at("/kontaktinformationer/kontaktinformation/0/kontaktdata")
        .textValue();
  }
}
