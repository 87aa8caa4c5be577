package dk.borgerkontakt.server.config.messages;

import dk.borgerkontakt.server.config.messages.SmsSettings.Gateway;
import dk.borgerkontakt.server.config.messages.SmsSettings.Smpp;
import dk.borgerkontakt.server.config.source.Parsers;
import dk.borgerkontakt.server.config.source.Setting;
import dk.borgerkontakt.server.config.source.SettingValues;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the keys of SMS. */
final class SmsReader {

  private static final Set<SmsSetting> OF_A_GATEWAY =
      EnumSet.of(SmsSetting.SENDER, SmsSetting.WINDOW, SmsSetting.TIMEOUT, SmsSetting.CA_FILE);

  private static final String WITH_SMPP = "with smpp";

  private final SettingValues values;

  SmsReader(SettingValues values) {
    this.values = values;
  }

  /** Null when no gateway is chosen. */
  @Nullable SmsSettings read() {
    String chosen = values.given(SmsSetting.GATEWAY);
    boolean isSmpp = "smpp".equals(chosen);
    boolean isHttps = "https".equals(chosen);
    if (chosen != null && !isSmpp && !isHttps) {
      values.addFault(SmsSetting.GATEWAY, "is no kind of gateway; give smpp or https");
      return null;
    }
    refuseUnless(chosen != null, OF_A_GATEWAY, "=smpp or https");
    refuseUnless(isSmpp, Arrays.asList(SmppSetting.values()), "=smpp");
    refuseUnless(isHttps, Arrays.asList(HttpsSetting.values()), "=https");
    return chosen == null ? null : settings(isSmpp ? smpp() : new HttpsReader(values).read());
  }

  private void refuseUnless(boolean used, Collection<? extends Setting> settings, String choice) {
    if (!used) {
      values.refuse(settings, "is not used without " + SmsSetting.GATEWAY.key() + choice);
    }
  }

  private SmsSettings settings(Gateway gateway) {
    return new SmsSettings(
        gateway,
        sender(),
        values.number(SmsSetting.WINDOW, 1, 100),
        values.duration(SmsSetting.TIMEOUT, Duration.ofMillis(100), Duration.ofSeconds(20)),
        values.parseGiven(SmsSetting.CA_FILE, Parsers.FILE, Parsers::readable));
  }

  private String sender() {
    String given = values.required(SmsSetting.SENDER, "for SMS");
    if (!given.isEmpty() && !given.matches("[A-Za-z0-9 ]{1,11}|\\+?[0-9]{3,15}")) {
      values.addFault(
          SmsSetting.SENDER, "is no sender; give up to 11 letters and digits, or a number");
    }
    return given;
  }

  private Smpp smpp() {
    return new Smpp(
        host(),
        values.number(SmppSetting.PORT, 1, 65_535),
        values.parse(SmppSetting.TLS, "true or false", Parsers::truth),
        field(SmppSetting.SYSTEM_ID, values.required(SmppSetting.SYSTEM_ID, WITH_SMPP), 15),
        field(SmppSetting.PASSWORD, values.required(SmppSetting.PASSWORD, WITH_SMPP), 8),
        field(SmppSetting.SYSTEM_TYPE, values.text(SmppSetting.SYSTEM_TYPE), 12),
        values.duration(SmppSetting.ENQUIRE_LINK, Duration.ofMillis(100), Duration.ofMinutes(10)));
  }

  private String host() {
    values.required(SmppSetting.HOST, WITH_SMPP);
    String host = values.parseGiven(SmppSetting.HOST, Parsers.HOST, Parsers::host);
    return host == null ? "" : host;
  }

  /**
   * The lengths are those of the protocol's fields, whose characters are ASCII and end at a zero
   * octet (SMPP 3.4, 4.1.1 and 3.1).
   */
  private String field(SmppSetting setting, String text, int longest) {
    if (text.length() > longest || !text.matches("[\\x20-\\x7e]*")) {
      values.addFault(setting, "does not fit; give up to " + longest + " characters of ASCII");
    }
    return text;
  }
}
