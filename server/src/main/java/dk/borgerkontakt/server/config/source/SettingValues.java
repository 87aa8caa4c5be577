package dk.borgerkontakt.server.config.source;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The texts given for each setting, the strongest source first, and the faults found in them. */
public final class SettingValues {
  private static final int LONGEST_QUOTE = 80;

  private final Map<String, String> file;
  private final Map<String, String> environment;
  private final Map<String, String> properties;
  private final List<String> faults = new ArrayList<>();
  private final Set<Setting> faulty = new HashSet<>();

  public SettingValues(
      Map<String, String> file, Map<String, String> environment, Map<String, String> properties) {
    this.file = Map.copyOf(file);
    this.environment = Map.copyOf(environment);
    this.properties = Map.copyOf(properties);
  }

  /** The value given for the setting, without blanks around it, or null. */
  public @Nullable String given(Setting setting) {
    String fromProperties = notBlank(properties.get(setting.key()));
    if (fromProperties != null) {
      return fromProperties;
    }
    String fromEnvironment = notBlank(environment.get(setting.environmentName()));
    return fromEnvironment != null ? fromEnvironment : notBlank(file.get(setting.key()));
  }

  /** The value given, else the default. */
  public String text(Setting setting) {
    String given = given(setting);
    return given != null ? given : setting.defaultValue();
  }

  /**
   * The value as the parser understands it. Where the parser throws, that is a fault, told with
   * what is wanted, and the default's meaning is returned, so that the other faults are found too.
   */
  public <T> T parse(Setting setting, String wanted, Function<String, T> parser) {
    String text = text(setting);
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      addFault(setting, "is " + quote(setting, text) + "; give " + wanted + example(setting));
      return parser.apply(setting.defaultValue());
    }
  }

  /** As {@link #parse}, null when the setting is not given or faulty. */
  public <T> @Nullable T parseGiven(Setting setting, String wanted, Function<String, T> parser) {
    String given = given(setting);
    if (given == null) {
      return null;
    }
    try {
      return parser.apply(given);
    } catch (IllegalArgumentException e) {
      addFault(setting, "is " + quote(setting, given) + "; give " + wanted);
      return null;
    }
  }

  /** The whole number given, within these bounds. */
  public int number(Setting setting, int least, int most) {
    String wanted = "a whole number from " + least + " to " + most;
    return parse(setting, wanted, Parsers.integer(least, most));
  }

  /** The duration given, within these bounds. */
  public Duration duration(Setting setting, Duration least, Duration most) {
    String wanted = "an ISO 8601 duration from " + least + " to " + most;
    return parse(setting, wanted, Parsers.duration(least, most));
  }

  /** The value given; where there is none that is a fault, and the result empty. */
  public String required(Setting setting, String reason) {
    String given = given(setting);
    if (given == null) {
      addFault(setting, "is needed " + reason + "; give " + wanted(setting));
    }
    return given == null ? "" : given;
  }

  /** Its description, without what follows when it is not set. */
  private static String wanted(Setting setting) {
    return setting.description().split(";", 2)[0];
  }

  /**
   * Tells a fault of each of these that is given though nothing would use it. One that is given as
   * it is anyway changes nothing, as in a file with every setting.
   */
  public void refuse(Collection<? extends Setting> settings, String reason) {
    settings.stream()
        .filter(setting -> !text(setting).equals(setting.defaultValue()))
        .forEach(setting -> addFault(setting, reason));
  }

  /** Tells a fault of the setting: what is wrong and how to mend it. */
  public void addFault(Setting setting, String text) {
    faulty.add(setting);
    faults.add(setting.key() + " " + text + origin(setting));
  }

  public boolean isFaulty(Setting setting) {
    return faulty.contains(setting);
  }

  public List<String> faults() {
    return List.copyOf(faults);
  }

  private String origin(Setting setting) {
    if (notBlank(properties.get(setting.key())) != null) {
      return " (given with -D)";
    }
    if (notBlank(environment.get(setting.environmentName())) != null) {
      return " (given in the environment as " + setting.environmentName() + ")";
    }
    return notBlank(file.get(setting.key())) != null ? " (given in the file)" : "";
  }

  private static String example(Setting setting) {
    return setting.defaultValue().isEmpty() ? "" : ", such as " + setting.defaultValue();
  }

  private static String quote(Setting setting, String text) {
    if (!setting.isPrintable()) {
      return "not usable";
    }
    String oneLine = text.replaceAll("\\p{Cntrl}", "?");
    boolean isLong = oneLine.length() > LONGEST_QUOTE;
    return '"' + (isLong ? oneLine.substring(0, LONGEST_QUOTE) + "…" : oneLine) + '"';
  }

  private static @Nullable String notBlank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
