package dk.borgerkontakt.server.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dk.borgerkontakt.server.config.messages.MessageSettings.Language;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedLanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en                          | EN",
        "EN                          | EN",
        "da                          | DA",
        "en-GB                       | EN",
        "en-Latn-GB-x-private        | EN",
        "en-GB, en;q=0.8, da;q=0.5   | EN",
        "da;q=0.5, en;q=0.8          | EN",
        "en;q=0.5,\tda ; q=0.8       | DA",
        "de, pl;q=0.9, en;q=0.1      | EN",
        "en, da                      | EN",
        "*, en;q=0.5                 | EN"
      })
  void isTheOneThatTheHeaderLikesBest(String header, Language language) {
    assertThat(AskedLanguage.of(header, Language.DA)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({"de", "*", "fr;q=0.9", "''", "' '", "*;q=0"})
  void isTheUsualOneWhereNoneOfThemIsLiked(String header) {
    assertThat(AskedLanguage.of(header, Language.DA)).isEqualTo(Language.DA);
    assertThat(AskedLanguage.of(header, Language.EN)).isEqualTo(Language.EN);
  }

  @Test
  void isTheUsualOneWithoutAHeader() {
    assertThat(AskedLanguage.of(null, Language.EN)).isEqualTo(Language.EN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "da;q=0             | DA | EN",
        "en;q=0             | EN | DA",
        "fr, da;q=0.000     | DA | EN",
        "en;q=0, en-GB      | DA | DA",
        "en-GB;q=0, en      | DA | EN",
        "da;q=0, en;q=0     | EN | EN"
      })
  void isNeverOneThatIsRefusedWhereThereIsAnother(
      String header, Language usual, Language language) {
    assertThat(AskedLanguage.of(header, usual)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en;q=2              | DA",
        "en;q=               | DA",
        "en;q=x, da          | DA",
        "english please, en  | EN",
        "en_GB               | DA",
        "æøå;;,,=, en;q=0.1  | EN",
        "-                   | DA",
        "q=1                 | DA"
      })
  void passesOverWhatCanNotBeUnderstood(String header, Language language) {
    assertThat(AskedLanguage.of(header, Language.DA)).isEqualTo(language);
  }

  @Test
  void isFoundAtOnceInAHeaderOfAnyLength() {
    String header = "de" + "-a".repeat(30_000) + ", en" + ", fr".repeat(30_000);

    Language found =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> AskedLanguage.of(header, Language.DA));

    assertThat(found).isEqualTo(Language.EN);
  }
}
