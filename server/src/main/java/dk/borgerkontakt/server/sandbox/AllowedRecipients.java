package dk.borgerkontakt.server.sandbox;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.config.messages.MessageSetting;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whom a gateway may send to from the sandbox: numbers, addresses, and everybody of a domain, but
 * none below it. Domains ignore case; what is before the {@code @} does not (RFC 5321, 2.4), so
 * that a list never lets more through than it says. The sandbox's own citizens, whose numbers may
 * be somebody's, are never among them.
 */
final class AllowedRecipients {

  /** The hundreds of numbers that the numbers of the sandbox's citizens are taken from. */
  private static final Pattern CITIZENS_NUMBER = Pattern.compile("\\+45(20|33)1200[0-9]{2}");

  /** Their domain, example.dk, and the names for examples of RFC 2606, 2 and 3. */
  private static final Pattern EXAMPLES_DOMAIN =
      Pattern.compile("(.*\\.)?(example(\\.[a-z]+)?|invalid)");

  private final Set<String> listed;

  /**
   * @throws ConfigurationException when one of the sandbox's citizens is on the list
   */
  AllowedRecipients(Set<String> listed) {
    this.listed = listed.stream().map(AllowedRecipients::comparable).collect(Collectors.toSet());
    List<String> faults =
        listed.stream()
            .filter(AllowedRecipients::isInvented)
            .sorted()
            .map(
                invented ->
                    MessageSetting.SANDBOX_RECIPIENTS.key()
                        + " has "
                        + invented
                        + ", which belongs to the sandbox's invented citizens or to nobody; take"
                        + " it out")
            .toList();
    if (!faults.isEmpty()) {
      throw new ConfigurationException(faults);
    }
  }

  /** Whether the number or address is on the list, and nobody's who was invented. */
  boolean allows(String recipient) {
    String compared = comparable(recipient);
    boolean isOfAListedDomain =
        recipient.contains("@") && listed.contains(compared.substring(compared.lastIndexOf('@')));
    return (listed.contains(compared) || isOfAListedDomain) && !isInvented(recipient);
  }

  private static boolean isInvented(String recipient) {
    int at = recipient.lastIndexOf('@');
    return at < 0
        ? CITIZENS_NUMBER.matcher(recipient).matches()
        : EXAMPLES_DOMAIN.matcher(comparable(recipient).substring(at + 1)).matches();
  }

  private static String comparable(String recipient) {
    int at = recipient.lastIndexOf('@');
    return at < 0
        ? recipient
        : recipient.substring(0, at) + recipient.substring(at).toLowerCase(Locale.ROOT);
  }
}
