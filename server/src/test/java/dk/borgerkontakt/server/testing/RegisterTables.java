package dk.borgerkontakt.server.testing;

import java.util.List;

/** The tables that an import fills. */
public final class RegisterTables {

  /** Each after those that it refers to. */
  public static final List<String> NAMES =
      List.of(
          "organisation",
          "borger",
          "tidligere_cpr",
          "tilknytning",
          "gaesteadgang",
          "delegering",
          "huskeserviceabonnement",
          "kontaktinformation",
          "slettet_kontaktinformation");

  private RegisterTables() {}
}
