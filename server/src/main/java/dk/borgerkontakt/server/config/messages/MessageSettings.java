package dk.borgerkontakt.server.config.messages;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How messages reach citizens.
 *
 * @param mail null: no mail is sent
 * @param sms null: no SMS is sent
 * @param kept how long a message's row is kept without its content
 */
public record MessageSettings(
    @Nullable MailSettings mail,
    @Nullable SmsSettings sms,
    Texts texts,
    Limits limits,
    boolean noticeOfChange,
    Duration kept,
    Set<String> sandboxRecipients) {

  /** Which words: the language where none is asked for, and a folder with texts of one's own. */
  public record Texts(Language language, @Nullable Path folder) {}

  /** The languages that messages are written in. */
  public enum Language {
    DA,
    EN
  }

  /**
   * What protects the purse.
   *
   * @param perOrganisation codes a day, 0: no limit
   * @param perPrefix codes a day by the first digits of a number, without the plus
   * @param countryCodes digits without the plus
   */
  public record Limits(
      int perOrganisation, Map<String, Integer> perPrefix, Set<String> countryCodes) {

    public Limits {
      perPrefix = Map.copyOf(perPrefix);
      countryCodes = Set.copyOf(countryCodes);
    }
  }

  public MessageSettings {
    sandboxRecipients = Set.copyOf(sandboxRecipients);
  }

  /** Nothing of the gateways, nor whom the sandbox may write to. */
  @Override
  public String toString() {
    return "MessageSettings[mail=" + (mail != null) + ", sms=" + (sms != null) + "]";
  }
}
