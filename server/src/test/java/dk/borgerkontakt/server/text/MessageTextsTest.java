package dk.borgerkontakt.server.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.server.config.messages.MessageSettings.Language;
import dk.borgerkontakt.server.config.messages.MessageSettings.Texts;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.sms.SmsText;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The built-in words. */
class MessageTextsTest {

  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6,}");
  private static final List<Duration> LIVES =
      Stream.concat(
              IntStream.rangeClosed(1, 3600).mapToObj(Duration::ofSeconds),
              Stream.of(Duration.ofMinutes(119), Duration.ofHours(2), Duration.ofDays(30)))
          .toList();

  private final MessageTexts texts = MessageTexts.load(new Texts(Language.DA, null));

  @ParameterizedTest
  @CsvSource({"SMS, da", "SMS, en", "MAIL, da", "MAIL, en"})
  void holdTheCodeAsTheirOnlyRunOfSixDigitsHoweverLongItLives(Kanal kanal, String language) {
    for (Duration life : LIVES) {
      MessageText text = texts.code(kanal, language, "012345", life);

      assertThat(SIX_DIGITS.matcher(text.tekst()).results().map(MatchResult::group))
          .containsExactly("012345");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"da", "en"})
  void fitAnSmsIntoOneSegmentHoweverLongTheCodeLives(String language) {
    for (Duration life : LIVES) {
      String text = texts.code(Kanal.SMS, language, "999999", life).tekst();

      assertThat(SmsText.isGsm7(text)).isTrue();
      assertThat(SmsText.segments(text)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"da, 10 minutter", "en, 10 minutes"})
  void giveAMailASubjectWithoutTheCodeAndLinesThatEveryProgramShowsWhole(
      String language, String life) {
    MessageText text = texts.code(Kanal.MAIL, language, "123456", Duration.ofMinutes(10));

    assertThat(text.emne()).isNotBlank().doesNotContainPattern("[0-9]");
    assertThat(text.tekst()).contains("123456", life).endsWith("\n");
    assertThat(text.tekst().lines()).allMatch(line -> line.length() <= 76);
  }

  @ParameterizedTest
  @EnumSource
  void tellOfAChangeWithoutACodeOrAnAddress(Language language) {
    MessageTexts usual = MessageTexts.load(new Texts(language, null));
    MessageText sms = usual.noticeOfChange(Kanal.SMS);
    MessageText mail = usual.noticeOfChange(Kanal.MAIL);

    assertThat(sms.emne()).isNull();
    assertThat(SmsText.segments(sms.tekst())).isEqualTo(1);
    assertThat(mail.emne()).isNotBlank();
    assertThat(mail.tekst().lines()).allMatch(line -> line.length() <= 76);
    assertThat(sms.tekst() + mail.emne() + mail.tekst()).doesNotContainPattern("[0-9@{}]");
  }

  @ParameterizedTest
  @CsvSource({
    "da, PT1.9S, i 1 sekund.",
    "da, PT60S, i 1 minut.",
    "da, PT90S, i 90 sekunder.",
    "da, PT2M, i 2 minutter.",
    "da, PT5M59S, i 5 minutter.",
    "da, PT119M59S, i 119 minutter.",
    "da, PT2H, i 2 timer.",
    "en, PT1S, for 1 second.",
    "en, PT1M, for 1 minute.",
    "en, PT61S, for 61 seconds.",
    "en, PT5M, for 5 minutes.",
    "en, PT24H, for 24 hours."
  })
  void sayHowLongTheCodeLives(String language, Duration life, String words) {
    assertThat(texts.code(Kanal.SMS, language, "123456", life).tekst()).contains(words);
  }

  @Test
  void areInTheUsualLanguageWhereNoneIsAskedFor() {
    MessageTexts english = MessageTexts.load(new Texts(Language.EN, null));

    assertThat(texts.code(Kanal.SMS, null, "123456", Duration.ofMinutes(5)).tekst())
        .startsWith("Din kode er 123456");
    assertThat(english.code(Kanal.SMS, null, "123456", Duration.ofMinutes(5)).tekst())
        .startsWith("Your code is 123456");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "1234567", "12345a", "١٢٣٤٥٦"})
  void takeOnlyCodesOfSixDigitsAndQuoteNoOther(String code) {
    assertThatThrownBy(() -> texts.code(Kanal.SMS, null, code, Duration.ofMinutes(5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a code has six digits");
  }

  @Test
  void neverPrintTheCode() {
    assertThat(texts.code(Kanal.SMS, null, "123456", Duration.ofMinutes(5)).toString())
        .doesNotContain("123456");
  }
}
