package dk.borgerkontakt.api;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.contract.Contract;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pattern of a civil registration number, searched for as OpenAPI does. */
class CprPatternTest {

  private static final Pattern PATTERN =
      Pattern.compile(
          Contract.bundled().at("/components/schemas/CivilRegistrationIdentifier").text("pattern"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0107809001", "3101009999", "3103000000", "3105000000", "3107000000", "3108000000",
        "3110000000", "3112999012", "3004000000", "3006000000", "3009000000", "3011000000",
        "2902000000", "2902010000", "0000000000"
      })
  void accepts(String number) {
    assertThat(PATTERN.matcher(number).find()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0107809001x",
        "x0107809001",
        "x0000000000",
        "0000000000x",
        "00000000000",
        "010780900",
        "01078090011",
        "010780-9001",
        "0107809001 ",
        " 0107809001",
        "0007809001",
        "3201000000",
        "3002000000",
        "3102000000",
        "3104000000",
        "3106000000",
        "3109000000",
        "3111000000",
        "0100000000",
        "0113000000",
        "0000000001",
        "010780900a",
        "٠١٠٧٨٠٩٠٠١",
        "0107809001\n0000000000x"
      })
  void refuses(String number) {
    assertThat(PATTERN.matcher(number).find()).isFalse();
  }
}
