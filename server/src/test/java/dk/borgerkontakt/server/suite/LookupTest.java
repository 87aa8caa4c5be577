package dk.borgerkontakt.server.suite;

import static dk.borgerkontakt.server.testing.Register.A_KASSE;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two look-ups. */
class LookupTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private final Caller star = server.as("star");
  private final Caller akasse = server.as("akasse-11");

  @ParameterizedTest
  @ValueSource(
      strings = {"+4520120002", "20120002", "20 12 00 02", "004520120002", "+45 20-12-00-02"})
  void anySpellingOfANumberFindsTheSame(String number) {
    assertThat(star.byMobile(number).send().borgerer()).containsExactly("0207809002", "1007809010");
  }

  @ParameterizedTest
  @ValueSource(strings = {"borger2@example.dk", "Borger2@Example.DK", "BORGER2@EXAMPLE.DK"})
  void anyCaseOfAnAddressFindsTheSame(String address) {
    assertThat(star.byEmail(address).send().borgerer()).containsExactly("0207809002");
  }

  @Test
  void onlyCitizensThatTheCallerMaySeeAreTold() {
    assertThat(akasse.byMobile("20120002").send().borgerer()).containsExactly("0207809002");
    assertThat(server.as("kommune-101").byMobile("20120002").send().borgerer())
        .containsExactly("0207809002");
    assertThat(server.as("kommune-751").byMobile("20120002").send().borgerer()).isEmpty();
    assertThat(
            server
                .as("andenaktoer-10000001")
                .byMobile("20120002")
                .onBehalfOf("8", "10100")
                .send()
                .borgerer())
        .containsExactly("0207809002");
  }

  @Test
  void whatNobodyHasIsAnEmptyList() {
    Answer mobile = star.byMobile("+4520999999").send();
    Answer email = star.byEmail("ingen@example.dk").send();

    assertThat(mobile.json().path("borgerer").isArray()).isTrue();
    assertThat(mobile.borgerer()).isEmpty();
    assertThat(email.borgerer()).isEmpty();
  }

  @Test
  void aLandlineIsNotFoundAsAMobile() {
    assertThat(star.byMobile("+4533120003").send().borgerer()).isEmpty();
  }

  @Test
  void aDeadCitizenIsFound() {
    assertThat(star.byMobile("+4520120004").send().borgerer()).containsExactly("0407809004");
  }

  @Test
  void manyCitizensShareANumberInTheOrderOfTheirNumbers() {
    String mobile = Register.freeMobile();
    Register register = server.register();
    String[] family = {register.newCitizen(), register.newCitizen(), register.newCitizen()};
    for (String cpr : family) {
      akasse.create(cpr, 1, mobile).send();
    }
    register.detach(family[1]);
    register.attach(family[1], A_KASSE, "12", register.today(), null);

    assertThat(star.byMobile(mobile).send().borgerer()).containsExactly(family);
    assertThat(akasse.byMobile(mobile).send().borgerer()).containsExactly(family[0], family[2]);
  }

  @Test
  void whatWasChangedOrDeletedIsNotFoundAnyMore() {
    String citizen = server.register().newCitizen();
    String mobile = Register.freeMobile();
    String email = Register.freeEmail();
    akasse.create(citizen, 1, mobile, 3, email).send();

    akasse.create(citizen, 1, Register.freeMobile(), 3, null).send();

    assertThat(star.byMobile(mobile).send().borgerer()).isEmpty();
    assertThat(star.byEmail(email).send().borgerer()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "12345678",
        "1",
        "+4633",
        "80201234",
        " ",
        "20120002x",
        "borger2@example.dk",
        "%"
      })
  void whatCanNotBeAMobileNumberIs9156(String number) {
    Answer answer = star.byMobile(number).illFormed().send();

    assertThat(answer.outcome()).isEqualTo(9156);
    assertThat(answer.faults()).containsExactly("mobiltelefon 9156");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"borger2", "@example.dk", "borger2@", "20120002", "a b@example.dk", " ", "%"})
  void whatCanNotBeAnAddressIs9158(String address) {
    Answer answer = star.byEmail(address).illFormed().send();

    assertThat(answer.outcome()).isEqualTo(9158);
    assertThat(answer.faults()).containsExactly("email 9158");
  }

  @ParameterizedTest
  @CsvSource({"254", "255", "5000"})
  void whatIsTooLongIsNoNumberAndNoAddress(int length) {
    assertThat(star.byMobile("2".repeat(length)).illFormed().send().outcome()).isEqualTo(9156);
    assertThat(star.byEmail("a".repeat(length)).illFormed().send().outcome()).isEqualTo(9158);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "o'hara+x#y=1@example.org",
        "100%25@example.org",
        "a?b=c@example.org",
        "a/b@example.org"
      })
  void theEncodingOfThePathIsUndone(String address) {
    String citizen = server.register().newCitizen();
    assertThat(akasse.create(citizen, 3, address).send().status()).isEqualTo(204);

    assertThat(star.byEmail(address).send().borgerer()).containsExactly(citizen);
  }

  @Test
  void aPlusIsAPlus() {
    assertThat(star.get(Caller.MOBILE + "+4520120003").send().borgerer())
        .containsExactly("0307809003");
    assertThat(star.get(Caller.MOBILE + "%2B4520120003").send().borgerer())
        .containsExactly("0307809003");
    assertThat(star.get(Caller.EMAIL + "borger2%40example.dk").send().borgerer())
        .containsExactly("0207809002");
  }

  @ParameterizedTest
  @ValueSource(strings = {"20120002;x=1", "20120002;", "%00", "20120002%00", "20120002%0A"})
  void nothingOfThePathIsDropped(String raw) {
    assertThat(star.get(Caller.MOBILE + raw).illFormed().send().outcome()).isEqualTo(9156);
  }

  @ParameterizedTest
  @ValueSource(strings = {"borger%' or '1'='1@example.dk", "borger_@example.dk"})
  void thereAreNoWildcards(String address) {
    assertThat(star.byEmail(address).send().outcome()).isIn(200, 9158);
    assertThat(star.byEmail("_orger2@example.dk").send().borgerer()).isEmpty();
  }
}
