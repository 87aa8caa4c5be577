package dk.borgerkontakt.server.gateway.mail;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.config.messages.MailSetting;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whom the mails are from.
 *
 * @param name shown to the reader; may be empty
 */
record Sender(String name, Mailbox mailbox) {

  /** What needs no quotes (RFC 5322, 3.2.5). */
  private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9!#$%&'*+/^_`{|}~ -]+");

  /** From an address or {@code Name <address>}; what is neither is a ConfigurationException. */
  static Sender of(String text) {
    int angle = text.endsWith(">") ? text.indexOf('<') : -1;
    String address = angle < 0 ? text : text.substring(angle + 1, text.length() - 1);
    Mailbox mailbox = Mailbox.of(address);
    if (mailbox == null || !mailbox.isAscii()) {
      throw new ConfigurationException(
          List.of(
              MailSetting.FROM.key()
                  + " is no sender that every relay takes; give a plain address, or Name <address>"));
    }
    return new Sender(angle < 0 ? "" : text.substring(0, angle).strip(), mailbox);
  }

  /** The content of the header From, in ASCII. */
  String header() throws UnsupportedEncodingException {
    String address = '<' + mailbox.address() + '>';
    return name.isEmpty() ? address : phrase() + ' ' + address;
  }

  private String phrase() throws UnsupportedEncodingException {
    if (WORDS.matcher(name).matches()) {
      return name;
    }
    String encoded = MimeUtility.encodeWord(name, StandardCharsets.UTF_8.name(), null);
    boolean isEncoded = !encoded.equals(name);
    return isEncoded ? encoded : '"' + name.replaceAll("[\"\\\\\\p{Cntrl}]", " ") + '"';
  }
}
