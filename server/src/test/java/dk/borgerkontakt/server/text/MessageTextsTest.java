package dk.borgerkontakt.server.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {

  /** The characters of GSM-7 (3GPP TS 23.038) that take one septet and that Danish may need. */
  private static final Pattern GSM_7 =
      Pattern.compile("[@£$¥èéùìòÇ\\nØø\\rÅåÆæßÉ !\"#¤%&'()*+,\\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*");

  @ParameterizedTest
  @EnumSource(Kanal.class)
  void holdsTheCodeAsItsOnlyRunOfSixDigits(Kanal kanal) {
    for (String life : new String[] {"PT1S", "PT5M", "PT10M", "PT1440M", "PT720H"}) {
      Matcher runs =
          Pattern.compile("[0-9]{6,}")
              .matcher(MessageText.of(kanal, "012345", Duration.parse(life)).tekst());

      assertThat(runs.results().map(run -> run.group())).containsExactly("012345");
    }
  }

  @Test
  void fitsAnSmsIntoOnePart() {
    for (String life : new String[] {"PT5M", "PT119S", "PT720H", "PT119M"}) {
      MessageText text = MessageText.of(Kanal.SMS, "999999", Duration.parse(life));

      assertThat(text.emne()).isNull();
      assertThat(text.tekst()).hasSizeLessThanOrEqualTo(160).matches(GSM_7);
    }
  }

  @Test
  void keepsTheCodeOutOfTheSubject() {
    MessageText text = MessageText.of(Kanal.MAIL, "123456", Duration.ofMinutes(10));

    assertThat(text.emne()).isNotBlank().doesNotContainPattern("[0-9]");
    assertThat(text.tekst()).contains("123456", "10 minutter");
  }

  @ParameterizedTest
  @CsvSource({
    "PT1.9S, 1 sekund.",
    "PT60S, 1 minut.",
    "PT90S, 90 sekunder",
    "PT2M, 2 minutter",
    "PT5M59S, 5 minutter",
    "PT119M, 119 minutter",
    "PT2H, 2 timer",
    "PT24H, 24 timer"
  })
  void saysHowLongTheCodeLives(Duration life, String words) {
    assertThat(MessageText.of(Kanal.SMS, "123456", life).tekst()).contains("i " + words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "1234567", "12345a", "١٢٣٤٥٦"})
  void takesOnlyCodesOfSixDigitsAndQuotesNoOther(String code) {
    assertThatThrownBy(() -> MessageText.of(Kanal.SMS, code, Duration.ofMinutes(5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a code has six digits");
  }

  @Test
  void neverPrintsTheCode() {
    assertThat(MessageText.of(Kanal.SMS, "123456", Duration.ofMinutes(5)).toString())
        .doesNotContain("123456");
  }
}
