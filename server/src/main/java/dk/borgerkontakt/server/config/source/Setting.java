package dk.borgerkontakt.server.config.source;

import java.util.Locale;

/**
 * One key of the configuration. Each group of keys is an enum, the one place where its names,
 * defaults and meanings are written.
 */
public interface Setting {

  /**
   * What a group of keys says of each.
   *
   * @param defaultValue empty: the key is not set
   * @param description one line for people: what the key does
   */
  record Definition(String key, String defaultValue, String description) {}

  Definition definition();

  /** The name in a properties file and in {@code -Dkey=value}. */
  default String key() {
    return definition().key();
  }

  /** The value taken when none is given, as it would be written; empty: not set. */
  default String defaultValue() {
    return definition().defaultValue();
  }

  /** One line for people: what the key does. */
  default String description() {
    return definition().description();
  }

  /** The name in the environment: upper case, dots and hyphens as underscores. */
  default String environmentName() {
    return key().replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** Whether the value may be printed. */
  default boolean isPrintable() {
    return true;
  }
}
