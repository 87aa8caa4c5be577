package dk.borgerkontakt.server.kontaktinformation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The countries whose numbers are sent to. */
class DestinationsTest {

  private final Destinations denmark = new Destinations(Set.of("45"));

  @ParameterizedTest
  @CsvSource({
    "1, +4520120001, true",
    "2, +4533120001, true",
    "1, +46701740601, false",
    "1, +298211234, false",
    "1, +299221234, false",
    "1, +4479111234567, false",
    "3, borger@example.dk, true",
    "3, +46@example.se, true"
  })
  void numbersOfDenmarkAndAllMail(int type, String address, boolean isAllowed) {
    assertThat(denmark.isAllowed(of(type, address))).isEqualTo(isAllowed);
  }

  @ParameterizedTest
  @CsvSource({"4, false", "46, true", "467, false"})
  void aCodeIsAWholeOne(String countryCode, boolean isAllowed) {
    assertThat(new Destinations(Set.of(countryCode)).isAllowed(of(1, "+46701740601")))
        .isEqualTo(isAllowed);
  }

  @ParameterizedTest
  @CsvSource({"+12015550123", "+14165550123", "+18765550123"})
  void countriesThatShareACodeAreAllowedTogether(String number) {
    assertThat(new Destinations(Set.of("1")).isAllowed(of(1, number))).isTrue();
    assertThat(denmark.isAllowed(of(1, number))).isFalse();
  }

  @Test
  void whatIsNoNumberIsNotSentTo() {
    assertThat(denmark.isAllowed(of(1, "20120001"))).isFalse();
    assertThat(denmark.isAllowed(of(1, "45"))).isFalse();
  }

  private static Kontaktinformation of(int type, String address) {
    return new Kontaktinformation(1, type, address, 1);
  }
}
