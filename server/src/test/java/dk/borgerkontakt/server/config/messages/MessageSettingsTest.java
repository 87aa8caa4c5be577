package dk.borgerkontakt.server.config.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.config.messages.MessageSettings.Language;
import dk.borgerkontakt.server.config.messages.MessageSettings.Limits;
import dk.borgerkontakt.server.config.messages.MessageSettings.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSettingsTest {

  @Test
  void hasADefaultForEverything() {
    assertThat(MessageKeys.none().read())
        .isEqualTo(
            new MessageSettings(
                null,
                null,
                new Texts(Language.DA, null),
                new Limits(50_000, Map.of("45", 50_000), Set.of("45")),
                true,
                Duration.ofDays(30),
                Set.of()));
  }

  @Test
  void readsEveryKey() {
    MessageSettings settings =
        MessageKeys.mail()
            .with("messages.language", "en")
            .with("messages.templates", "/srv/texts")
            .with("messages.notice-of-change", "false")
            .with("messages.per-organisation", "0")
            .with("messages.kept", "P7D")
            .with("messages.sandbox-recipients", "+4570123456, Jens@Kontakt.dk,@kontakt.dk")
            .with("sms.prefix-budgets", "45=100, 4520 = 10,46=0,29=5")
            .with("sms.country-codes", "45, 46,298")
            .read();

    assertThat(settings)
        .isEqualTo(
            new MessageSettings(
                settings.mail(),
                null,
                new Texts(Language.EN, Path.of("/srv/texts")),
                new Limits(
                    0, Map.of("45", 100, "4520", 10, "46", 0, "29", 5), Set.of("45", "46", "298")),
                false,
                Duration.ofDays(7),
                Set.of("+4570123456", "Jens@Kontakt.dk", "@kontakt.dk")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "messages.language | DA | da or en, such as da",
        "messages.language | de | da or en, such as da",
        "messages.templates | a;b | the path of a folder",
        "messages.notice-of-change | yes | true or false, such as true",
        "messages.per-organisation | -1 | a whole number from 0 to 100000000, such as 50000",
        "messages.per-organisation | 1.5 | a whole number from 0 to 100000000, such as 50000",
        "messages.kept | PT1H | an ISO 8601 duration from PT48H to PT87600H, such as P30D",
        "messages.kept | 30 | an ISO 8601 duration from PT48H to PT87600H, such as P30D",
        "sms.prefix-budgets | 45 | pairs such as 45=50000, separated by commas",
        "sms.prefix-budgets | +45=1 | pairs such as 45=50000, separated by commas",
        "sms.prefix-budgets | 45=-1 | pairs such as 45=50000, separated by commas",
        "sms.prefix-budgets | 45=many | pairs such as 45=50000, separated by commas",
        "sms.prefix-budgets | 45=99999999999 | pairs such as 45=50000, separated by commas",
        "sms.prefix-budgets | 45=1,45=2 | pairs such as 45=50000, separated by commas",
        "sms.country-codes | +45 | country codes that are in use, without the plus",
        "sms.country-codes | 0045 | country codes that are in use, without the plus",
        "sms.country-codes | DK | country codes that are in use, without the plus",
        "sms.country-codes | 45; 46 | country codes that are in use, without the plus",
        "sms.country-codes | 4 | country codes that are in use, without the plus",
        "sms.country-codes | 45,999 | country codes that are in use, without the plus"
      })
  void tellsWhatIsWanted(String key, String value, String wanted) {
    assertThat(MessageKeys.none().with(key, value).faults())
        .singleElement()
        .asString()
        .startsWith("borgerkontakt." + key + " is \"" + value + "\"; give " + wanted)
        .endsWith(" (given with -D)");
  }

  /** They are somebody's, and a fault ends in a log. */
  @ParameterizedTest
  @ValueSource(strings = {"70123456", "jens", "a@b.dk,", "@", "@dk"})
  void neverPrintsARecipient(String recipients) {
    assertThat(MessageKeys.none().with("messages.sandbox-recipients", recipients).faults())
        .containsExactly(
            "borgerkontakt.messages.sandbox-recipients is not usable; give numbers such as"
                + " +4570123456, addresses and @domains, separated by commas (given with -D)");
  }

  @ParameterizedTest
  @CsvSource({
    "'45,46', , 46",
    "45, 4520=5000, 45",
    "'45,298', '45=1,2981=1', 298",
  })
  void everyCountryHasABudget(String codes, String budgets, String country) {
    MessageKeys keys =
        MessageKeys.none().with("sms.country-codes", codes).with("sms.prefix-budgets", budgets);

    assertThat(keys.faults())
        .singleElement()
        .asString()
        .startsWith(
            "borgerkontakt.sms.prefix-budgets bounds no country code %s; add such as %s=1000"
                .formatted(country, country));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail", "smpp", "https"})
  void aGatewayInTheSandboxNeedsToKnowWhomItMaySendTo(String kind) {
    assertThat(gateway(kind).with("messages.sandbox-recipients", null).faults())
        .containsExactly(
            "borgerkontakt.messages.sandbox-recipients is needed for a gateway in the sandbox;"
                + " give the numbers and addresses that it may send to");
  }

  @Test
  void inModeOidcThereAreTwoGatewaysAndNoList() {
    MessageKeys oidc =
        MessageKeys.none()
            .with("identity.mode", "oidc")
            .with("identity.issuer", "https://issuer.kontakt.dk")
            .with("identity.audience", "borgerkontakt")
            .with("identity.jwks-uri", "https://issuer.kontakt.dk/jwks")
            .with("messages.sandbox-recipients", "+4570123456");

    assertThat(oidc.faults())
        .containsExactly(
            "borgerkontakt.mail.host is needed in mode oidc; give mail relay",
            "borgerkontakt.sms.gateway is needed in mode oidc; give smpp or https",
            "borgerkontakt.messages.sandbox-recipients is for the sandbox alone; take it out"
                + " (given with -D)");
  }

  @Test
  void neverPrintsSecrets() {
    for (String kind : List.of("mail", "smpp", "https")) {
      MessageSettings settings = withSecrets(kind).read();

      assertThat(settings + " " + settings.mail() + " " + settings.sms())
          .doesNotContain("hemmelig")
          .doesNotContain("70123456");
    }
    assertThat(String.valueOf(withSecrets("https").read().sms().gateway())).isEqualTo("Https");
    assertThat(String.valueOf(withSecrets("smpp").read().sms().gateway())).isEqualTo("Smpp");
    assertThat(String.valueOf(withSecrets("mail").read().mail().login())).isEqualTo("Login");
  }

  private static MessageKeys withSecrets(String kind) {
    return switch (kind) {
      case "mail" -> gateway(kind).with("mail.user", "hemmelig").with("mail.password", "hemmelig");
      case "smpp" -> gateway(kind).with("sms.smpp.system-id", "hemmelig");
      default ->
          gateway(kind)
              .with("sms.https.url", "https://sms.kontakt.dk/?key=hemmelig")
              .with("sms.https.headers", "Authorization: Bearer hemmelig")
              .with("sms.https.body", "{\"k\":\"hemmelig\",\"t\":\"{modtager}{tekst}\"}");
    };
  }

  private static MessageKeys gateway(String kind) {
    return switch (kind) {
      case "mail" -> MessageKeys.mail();
      case "smpp" -> MessageKeys.smpp();
      default -> MessageKeys.https();
    };
  }
}
