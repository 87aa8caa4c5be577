package dk.borgerkontakt.server.config.messages;

import dk.borgerkontakt.server.config.messages.MailSettings.Login;
import dk.borgerkontakt.server.config.messages.MailSettings.Security;
import dk.borgerkontakt.server.config.source.Endpoint;
import dk.borgerkontakt.server.config.source.Parsers;
import dk.borgerkontakt.server.config.source.SettingValues;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.validator.routines.EmailValidator;
import org.jspecify.annotations.Nullable;

/** Reads the keys of the mail relay. */
final class MailReader {

  private static final Set<MailSetting> OF_A_HOST =
      EnumSet.complementOf(EnumSet.of(MailSetting.HOST));

  private final SettingValues values;

  MailReader(SettingValues values) {
    this.values = values;
  }

  /** Null when no relay is named. */
  @Nullable MailSettings read() {
    if (values.given(MailSetting.HOST) == null) {
      values.refuse(OF_A_HOST, "is not used without a relay; give " + MailSetting.HOST.key());
      return null;
    }
    String host = values.parseGiven(MailSetting.HOST, Parsers.HOST, Parsers::host);
    MailSettings settings =
        new MailSettings(
            host == null ? "" : host,
            values.number(MailSetting.PORT, 1, 65_535),
            values.parse(MailSetting.SECURITY, "starttls, tls or none", MailReader::security),
            login(),
            from(),
            values.parseGiven(MailSetting.CA_FILE, Parsers.FILE, Parsers::readable),
            values.duration(MailSetting.TIMEOUT, Duration.ofMillis(100), Duration.ofSeconds(20)),
            values.number(MailSetting.CONNECTIONS, 1, 100));
    checkSecurity(settings);
    return settings;
  }

  /** A password crosses no network in the clear. */
  private void checkSecurity(MailSettings settings) {
    boolean isInTheClear = settings.security() == Security.NONE && settings.login() != null;
    if (isInTheClear && !new Endpoint(settings.host(), 0).isLoopback()) {
      values.addFault(
          MailSetting.SECURITY, "would send the password in the clear; give starttls or tls");
    }
  }

  private @Nullable Login login() {
    String user = values.given(MailSetting.USER);
    String password = values.given(MailSetting.PASSWORD);
    if (user != null && password != null) {
      return new Login(user, password);
    }
    if (user != null || password != null) {
      MailSetting missing = user == null ? MailSetting.USER : MailSetting.PASSWORD;
      values.required(missing, "with the other of user and password");
    }
    return null;
  }

  private String from() {
    String given = values.required(MailSetting.FROM, "for mail");
    if (!given.isEmpty() && !isSender(given)) {
      values.addFault(
          MailSetting.FROM, "is no sender; give an address, or Name <address> without quotes");
    }
    return given;
  }

  private static boolean isSender(String text) {
    int angle = text.indexOf('<');
    String address =
        angle >= 0 && text.endsWith(">") ? text.substring(angle + 1, text.length() - 1) : text;
    String name = angle >= 0 ? text.substring(0, angle) : "";
    return EmailValidator.getInstance().isValid(address) && name.matches("[^\\p{Cntrl}\"<>@]*");
  }

  private static Security security(String text) {
    return switch (text) {
      case "starttls" -> Security.STARTTLS;
      case "tls" -> Security.TLS;
      case "none" -> Security.NONE;
      default -> throw new IllegalArgumentException();
    };
  }
}
