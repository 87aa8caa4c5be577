package dk.borgerkontakt.server.register;

import java.util.List;

/** The files of a register folder in the order in which they are loaded, and their columns. */
public enum RegisterFile {
  ORGANISATIONER("organisationer", "type", "kode", "navn"),
  BORGERE("borgere", "cpr", "doed", "nyt_cpr"),
  TILKNYTNINGER("tilknytninger", "cpr", "organisationstype", "kode", "fra", "til"),
  GAESTEADGANGE("gaesteadgange", "cpr", "organisationstype", "kode", "udloeber"),
  DELEGERINGER("delegeringer", "cvr", "jobcenterkode", "fra", "til"),
  HUSKESERVICEABONNEMENTER("huskeserviceabonnementer", "cpr", "kanal"),
  KONTAKTINFORMATION("kontaktinformation", "cpr", "type", "kontaktdata", "status");

  private static final String SUFFIX = ".csv";

  private final String stem;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> columns;

  RegisterFile(String stem, String... columns) {
    this.stem = stem;
    this.columns = List.of(columns);
  }

  /** The name that the file has in the folder. */
  public String fileName() {
    return stem + SUFFIX;
  }

  /** The columns that its header must have. */
  public List<String> columns() {
    return columns;
  }

  /** The name of the file that its rejected rows of one run go to. */
  String rejectsName(String time) {
    return stem + "-" + time + SUFFIX;
  }
}
