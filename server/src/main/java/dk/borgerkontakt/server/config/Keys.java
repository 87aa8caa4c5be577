package dk.borgerkontakt.server.config;

import dk.borgerkontakt.server.config.identity.IdentitySetting;
import dk.borgerkontakt.server.config.messages.HttpsSetting;
import dk.borgerkontakt.server.config.messages.MailSetting;
import dk.borgerkontakt.server.config.messages.MessageSetting;
import dk.borgerkontakt.server.config.messages.SmppSetting;
import dk.borgerkontakt.server.config.messages.SmsSetting;
import dk.borgerkontakt.server.config.source.Setting;
import dk.borgerkontakt.server.config.telemetry.TelemetrySetting;
import dk.borgerkontakt.server.config.tls.TlsSetting;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every key of the configuration, group by group. */
public final class Keys {

  private Keys() {}

  /** Those of the service, of its surroundings and of its messages. */
  public static List<Setting> all() {
    return Stream.of(List.<Setting>of(ServiceSetting.values()), ofSurroundings(), ofMessages())
        .flatMap(List::stream)
        .toList();
  }

  /** Those of what an operator has around the service. */
  public static List<Setting> ofSurroundings() {
    return Stream.<Setting[]>of(
            IdentitySetting.values(), TlsSetting.values(), TelemetrySetting.values())
        .flatMap(Arrays::stream)
        .toList();
  }

  /** Those of the messages: of all, of mail, of SMS by either gateway. */
  public static List<Setting> ofMessages() {
    return Stream.<Setting[]>of(
            MessageSetting.values(),
            MailSetting.values(),
            SmsSetting.values(),
            SmppSetting.values(),
            HttpsSetting.values())
        .flatMap(Arrays::stream)
        .toList();
  }
}
