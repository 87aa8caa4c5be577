package dk.borgerkontakt.server.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class SmsTextTest {

  /**
   * The characters of 3GPP TS 23.038, each by its name in Unicode: 127 and 10 behind the escape.
   */
  @ParameterizedTest
  @CsvFileSource(resources = "gsm-7-bit.csv", numLinesToSkip = 1)
  void eachCharacterOfTheAlphabetHasItsOctets(String octets, String name) {
    String character = Character.toString(Character.codePointOf(name));

    assertThat(SmsText.isGsm7(character)).isTrue();
    assertThat(HexFormat.of().withUpperCase().formatHex(SmsText.encode(character)))
        .isEqualTo(octets);
  }

  @Test
  void noOtherCharacterIsOfTheAlphabet() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(character -> SmsText.isGsm7(Character.toString(character)))
                .count())
        .isEqualTo(127 + 10);
  }

  @Test
  void whatIsNotOfTheAlphabetTravelsAsUcs2() {
    assertThat(SmsText.encode("ě1")).containsExactly(0x01, 0x1B, 0x00, 0x31);
    assertThat(SmsText.isGsm7("kode ě1")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "å, 0, 1",
    "å, 160, 1",
    "å, 161, 2",
    "å, 306, 2",
    "å, 307, 3",
    "€, 80, 1",
    "€, 81, 2",
    "€, 152, 2",
    "€, 153, 3",
    "ě, 70, 1",
    "ě, 71, 2",
    "ě, 134, 2",
    "ě, 135, 3",
    "😀, 35, 1",
    "😀, 36, 2",
    "😀, 66, 2",
    "😀, 67, 3"
  })
  void segmentsAreCountedWithoutTearingACharacterApart(String character, int times, int segments) {
    assertThat(SmsText.segments(character.repeat(times))).isEqualTo(segments);
  }
}
