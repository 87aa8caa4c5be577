package dk.borgerkontakt.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.server.config.ConfigurationException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedRecipientsTest {

  private final AllowedRecipients allowed =
      new AllowedRecipients(Set.of("+4570123456", "Jens@Kontakt.dk", "@Firma.dk"));

  @ParameterizedTest
  @CsvSource({
    "+4570123456, true",
    "+45701234567, false",
    "+4570123457, false",
    "4570123456, false",
    "Jens@kontakt.dk, true",
    "Jens@KONTAKT.DK, true",
    "jens@kontakt.dk, false",
    "Ole@kontakt.dk, false",
    "Jens@sub.kontakt.dk, false",
    "hvem-som-helst@firma.dk, true",
    "hvem@FIRMA.dk, true",
    "hvem@sub.firma.dk, false",
    "hvem@etfirma.dk, false",
    "hvem@firma.dk.example.dk, false",
    "'\"@firma.dk\"@andet.dk', false",
    "'', false"
  })
  void areWhoTheListSays(String recipient, boolean isAllowed) {
    assertThat(allowed.allows(recipient)).isEqualTo(isAllowed);
  }

  @Test
  void areNobodyWhereNothingIsListed() {
    AllowedRecipients nobody = new AllowedRecipients(Set.of());

    assertThat(nobody.allows("+4570123456")).isFalse();
    assertThat(nobody.allows("jens@kontakt.dk")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("contactsOfTheSandboxesCitizens")
  void areNeverTheSandboxesCitizens(String kontaktdata) {
    assertThat(faults(kontaktdata))
        .containsExactly(
            "borgerkontakt.messages.sandbox-recipients has "
                + kontaktdata
                + ", which belongs to the sandbox's invented citizens or to nobody; take it out");
  }

  static List<String> contactsOfTheSandboxesCitizens() {
    List<String> contacts =
        Persona.all().stream()
            .flatMap(persona -> persona.kontaktinformation(1).stream())
            .map(Kontaktinformation::kontaktdata)
            .distinct()
            .toList();
    assertThat(contacts).hasSizeGreaterThan(10);
    return contacts;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+4520120000",
        "+4520120099",
        "+4533120000",
        "+4533120099",
        "@example.dk",
        "@Example.DK",
        "@example.com",
        "@example.org",
        "a@sub.example.net",
        "a@kontakt.example",
        "a@kontakt.invalid"
      })
  void areNobodyWhoMightBeOneOfThem(String listed) {
    assertThat(faults(listed)).singleElement().asString().contains(listed);
  }

  @Test
  void tellsEveryCitizenOnTheListAtOnce() {
    assertThat(faults("+4520120001", "+4570123456", "borger2@example.dk")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+4520120100", "+4520119999", "+4533120100", "a@eksempel.dk", "a@b.test"})
  void mayBeTheirNeighbours(String listed) {
    assertThat(new AllowedRecipients(Set.of(listed)).allows(listed)).isTrue();
  }

  private static List<String> faults(String... listed) {
    return catchThrowableOfType(
            ConfigurationException.class, () -> new AllowedRecipients(Set.of(listed)))
        .faults();
  }
}
