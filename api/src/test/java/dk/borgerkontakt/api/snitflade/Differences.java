package dk.borgerkontakt.api.snitflade;

import dk.borgerkontakt.contract.Element;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every difference that there may be between the contract and the agency's interface description.
 * Each is demanded, not only allowed: the comparison fails when one of them disappears. That
 * create's kontaktdata is optional and nullable although it occurs once is demanded by
 * OCCURRENCES_AGREE_WITH_THE_SHAPE.
 */
final class Differences {

  /** Optional headers of this project; the description does not have them. */
  static final List<String> HEADERS_OF_READS =
      List.of(
          "x-userIdentifier",
          "x-requestUserTypeIdentifier",
          "x-organisationTypeIdentifier",
          "x-organisationCode");

  /** Writes have one more. */
  static final String HEADER_OF_WRITES = "x-requestId";

  /** Further ones, behind those, of single operations. */
  static final Map<String, List<String>> HEADERS_OF_OPERATIONS =
      Map.of("getVerifikationskode", List.of("Accept-Language"));

  /** The description has one type name for both directions; the answer's shape differs. */
  private static final Map<String, String> SHAPES_OF_ANSWERS =
      Map.of(
          "KontaktinformationerDto", "RegistreretKontaktinformationer",
          "KontaktinformationDto", "RegistreretKontaktinformation");

  /** The description leaves the type cells of the answer's codes empty; the contract can not. */
  private static final Map<String, String> UNTYPED =
      Map.of(
          "kontaktdataType", "KontaktdataCodelList",
          "kontaktdatastatus", "KontaktdataStatusCodelList");

  /** The namespace before the name of a code list, which a schema's name can not have. */
  private static final String LIST_NAMESPACE = "Borgerkommunikation.";

  /** The description types it as a string with a pattern; five operations share one schema. */
  private static final Map<String, String> NAMED_STRINGS =
      Map.of("x-civilregistrationIdentifier", "CivilRegistrationIdentifier");

  /** This request has no content, so its type is a name alone. */
  private static final Set<String> TYPES_WITHOUT_CONTENT =
      Set.of("GetkontaktinformationRequestType");

  private Differences() {}

  /** A pattern is anchored: as described, its last alternative would let wrong numbers in. */
  static String anchored(String detaljer) {
    return detaljer.replaceFirst("^Pattern: (.*)$", "Pattern: ^(?:$1)\\$");
  }

  /** The name of the schema that the contract has for a described row. */
  static String schema(Element row, String table) {
    if (row.type().equals("string")) {
      return NAMED_STRINGS.getOrDefault(row.element(), "");
    }
    if (row.type().isEmpty()) {
      return UNTYPED.getOrDefault(row.element(), "?");
    }
    if (TYPES_WITHOUT_CONTENT.contains(row.type())) {
      return "";
    }
    if (table.equals("output") && SHAPES_OF_ANSWERS.containsKey(row.type())) {
      return SHAPES_OF_ANSWERS.get(row.type());
    }
    return row.type().startsWith(LIST_NAMESPACE)
        ? row.type().substring(LIST_NAMESPACE.length())
        : row.type();
  }
}
