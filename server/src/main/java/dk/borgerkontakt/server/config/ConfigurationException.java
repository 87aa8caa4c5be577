package dk.borgerkontakt.server.config;

import java.util.List;

/** A configuration that can't be worked with: every fault, one line each, fit to be printed. */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  public ConfigurationException(List<String> faults) {
    super(String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  /** What is wrong and how to mend it, in the order of the keys. */
  public List<String> faults() {
    return faults;
  }
}
