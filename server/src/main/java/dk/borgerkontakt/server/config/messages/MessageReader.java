package dk.borgerkontakt.server.config.messages;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dk.borgerkontakt.server.config.messages.MessageSettings.Language;
import dk.borgerkontakt.server.config.messages.MessageSettings.Limits;
import dk.borgerkontakt.server.config.messages.MessageSettings.Texts;
import dk.borgerkontakt.server.config.source.Parsers;
import dk.borgerkontakt.server.config.source.SettingValues;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what is set about messages. */
public final class MessageReader {

  private static final String BUDGETS = "pairs such as 45=50000, separated by commas";
  private static final int MOST_MESSAGES = 100_000_000;

  private final SettingValues values;

  public MessageReader(SettingValues values) {
    this.values = values;
  }

  /** The settings; what is wrong with them is told by the values. */
  public MessageSettings read() {
    return new MessageSettings(
        new MailReader(values).read(),
        new SmsReader(values).read(),
        texts(),
        limits(),
        values.parse(MessageSetting.NOTICE_OF_CHANGE, "true or false", Parsers::truth),
        values.duration(MessageSetting.KEPT, Duration.ofDays(2), Duration.ofDays(3650)),
        values.parse(
            MessageSetting.SANDBOX_RECIPIENTS,
            "numbers such as +4570123456, addresses and @domains, separated by commas",
            MessageReader::recipients));
  }

  private Texts texts() {
    return new Texts(
        values.parse(MessageSetting.LANGUAGE, "da or en", MessageReader::language),
        values.parseGiven(MessageSetting.TEMPLATES, "the path of a folder", Parsers::folder));
  }

  private Limits limits() {
    Limits limits =
        new Limits(
            values.number(MessageSetting.PER_ORGANISATION, 0, MOST_MESSAGES),
            values.parse(SmsSetting.PREFIX_BUDGETS, BUDGETS, MessageReader::budgets),
            values.parse(
                SmsSetting.COUNTRY_CODES,
                "country codes that are in use, without the plus, separated by commas",
                MessageReader::countryCodes));
    checkBudgets(limits);
    return limits;
  }

  /** Nobody means a country to be without a bound, but a list of budgets is soon too short. */
  private void checkBudgets(Limits limits) {
    limits.countryCodes().stream()
        .filter(country -> limits.perPrefix().keySet().stream().noneMatch(country::startsWith))
        .sorted()
        .forEach(
            country ->
                values.addFault(
                    SmsSetting.PREFIX_BUDGETS,
                    "bounds no country code " + country + "; add such as " + country + "=1000"));
  }

  private static Set<String> countryCodes(String text) {
    Set<String> codes = list(text, "[1-9][0-9]{0,2}");
    Set<Integer> inUse = PhoneNumberUtil.getInstance().getSupportedCallingCodes();
    if (!codes.stream().map(Integer::valueOf).allMatch(inUse::contains)) {
      throw new IllegalArgumentException();
    }
    return codes;
  }

  private static Language language(String text) {
    return switch (text) {
      case "da" -> Language.DA;
      case "en" -> Language.EN;
      default -> throw new IllegalArgumentException();
    };
  }

  private static Map<String, Integer> budgets(String text) {
    Map<String, Integer> budgets = new TreeMap<>();
    for (String pair : list(text, "[1-9][0-9]{0,14} *= *[0-9]+")) {
      String[] sides = pair.split(" *= *", 2);
      Integer known = budgets.put(sides[0], Parsers.integer(0, MOST_MESSAGES).apply(sides[1]));
      if (known != null) {
        throw new IllegalArgumentException("twice");
      }
    }
    return budgets;
  }

  private static Set<String> recipients(String text) {
    return text.isEmpty()
        ? Set.of()
        : list(text, "\\+[1-9][0-9]{4,14}|[^@\\s]*@[^@\\s]+\\.[^@\\s]+");
  }

  private static Set<String> list(String text, String pattern) {
    Set<String> items =
        Arrays.stream(text.split(",", -1)).map(String::strip).collect(Collectors.toSet());
    if (!items.stream().allMatch(item -> item.matches(pattern))) {
      throw new IllegalArgumentException();
    }
    return items;
  }
}
