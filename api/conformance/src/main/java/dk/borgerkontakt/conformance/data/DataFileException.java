package dk.borgerkontakt.conformance.data;

import java.util.List;

/** What is wrong with a data file. */
public final class DataFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DataFileException(List<String> faults) {
    super(String.join("\n", faults));
  }
}
