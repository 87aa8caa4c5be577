package dk.borgerkontakt.server.register;

import java.util.List;

/** An import that can't be done or went no further: one line a fault, fit to be printed. */
public final class ImportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  ImportException(List<String> faults) {
    super(String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  /** What is wrong and how to mend it. */
  public List<String> faults() {
    return faults;
  }
}
