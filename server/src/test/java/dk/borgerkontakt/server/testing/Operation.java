package dk.borgerkontakt.server.testing;

/** The seven operations, each with a well-formed request: what holds for all is tested on all. */
public enum Operation {
  CREATE("createKontaktinformation", "POST", Caller.PATH),
  GET("getKontaktinformation", "GET", Caller.PATH),
  STATUS("updateKontaktinformation", "POST", Caller.STATUS),
  CODE("getVerifikationskode", "POST", Caller.CODE),
  VERIFY("verificerKontaktinformation", "POST", Caller.VERIFY),
  BY_MOBILE("getKontaktinformationMobilNr", "GET", Caller.MOBILE + "20120002"),
  BY_EMAIL("getKontaktinformationEmail", "GET", Caller.EMAIL + "borger2@example.dk");

  private final String id;
  private final String method;
  private final String path;

  Operation(String id, String method, String path) {
    this.id = id;
    this.method = method;
    this.path = path;
  }

  /** The contract's operationId. */
  public String id() {
    return id;
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  /** Whether it names a citizen in a header. */
  public boolean namesACitizen() {
    return this != BY_MOBILE && this != BY_EMAIL;
  }

  public boolean hasABody() {
    return method.equals("POST");
  }

  /** A well-formed request about the citizen, who counts for nothing in a look-up. */
  public Call call(Caller caller, String cpr) {
    return switch (this) {
      case CREATE -> caller.create(cpr, 1, "20120002");
      case GET -> caller.read(cpr);
      case STATUS -> caller.status(cpr, 1, 1);
      case CODE -> caller.code(cpr, 1);
      case VERIFY -> caller.verify(cpr, 1, "000000");
      case BY_MOBILE, BY_EMAIL -> caller.get(path);
    };
  }
}
