package dk.borgerkontakt.server.config.messages;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.config.SettingsReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keys of messages in the making, {@code borgerkontakt.} left out of their names. */
final class MessageKeys {

  private final Map<String, String> keys = new TreeMap<>();

  static MessageKeys none() {
    return new MessageKeys();
  }

  /** A relay on this machine, and whom the sandbox may write to. */
  static MessageKeys mail() {
    return none()
        .with("messages.sandbox-recipients", "+4570123456")
        .with("mail.host", "localhost")
        .with("mail.from", "kontakt@kontakt.dk");
  }

  static MessageKeys smpp() {
    return none()
        .with("messages.sandbox-recipients", "+4570123456")
        .with("sms.gateway", "smpp")
        .with("sms.sender", "Kontakt")
        .with("sms.smpp.host", "smsc.kontakt.dk")
        .with("sms.smpp.system-id", "b")
        .with("sms.smpp.password", "hemmelig");
  }

  static MessageKeys https() {
    return none()
        .with("messages.sandbox-recipients", "+4570123456")
        .with("sms.gateway", "https")
        .with("sms.sender", "Kontakt")
        .with("sms.https.url", "https://sms.kontakt.dk/send")
        .with("sms.https.body", "{\"to\":\"{modtager}\",\"text\":\"{tekst}\"}");
  }

  /** The same with this key; null takes it out. */
  MessageKeys with(String key, String value) {
    if (value == null) {
      keys.remove("borgerkontakt." + key);
    } else {
      keys.put("borgerkontakt." + key, value);
    }
    return this;
  }

  MessageSettings read() {
    return SettingsReader.read(Map.of(), Map.of(), keys).messages();
  }

  List<String> faults() {
    ConfigurationException refused = catchThrowableOfType(ConfigurationException.class, this::read);
    return refused == null ? List.of() : refused.faults();
  }
}
