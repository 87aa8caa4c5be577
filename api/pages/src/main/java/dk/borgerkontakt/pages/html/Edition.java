package dk.borgerkontakt.pages.html;

/** Where pages are read, which decides how they call each other. */
public enum Edition {
  /** By the service, whose addresses have no endings, and which can be tried out. */
  SERVED("./", ""),
  /** As files in a folder, which any server or disk will do for. */
  FILES("index.html", ".html");

  private final String home;
  private final String ending;

  Edition(String home, String ending) {
    this.home = home;
    this.ending = ending;
  }

  /** The address of the first page. */
  public String home() {
    return home;
  }

  /** The address of the developers' page. */
  public String docs() {
    return "docs" + ending;
  }

  /** The address of the agency's tables. */
  public String snitflade() {
    return "snitflade" + ending;
  }

  /** Whether there is a service beneath that calls can be sent to. */
  public boolean isServed() {
    return this == SERVED;
  }
}
