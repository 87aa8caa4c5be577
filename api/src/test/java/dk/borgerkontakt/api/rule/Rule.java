package dk.borgerkontakt.api.rule;

import dk.borgerkontakt.api.check.Check;
import dk.borgerkontakt.contract.Contract;
import java.util.List;
import java.util.Locale;

/** What the contract must obey on its own, whatever it is about. */
public enum Rule implements Check {
  IS_VALID_OPENAPI_3_0_3(ReferenceRules::validOpenApi),
  REFERENCES_LEAD_SOMEWHERE(ReferenceRules::broken),
  COMPONENTS_ARE_USED(ReferenceRules::unused),

  NAMES_ARE_ASCII(NameRules::ascii),
  OPERATION_IDS_ARE_UNIQUE(NameRules::operationIds),
  OPERATIONS_HAVE_ONE_DECLARED_TAG(NameRules::tags),

  OPERATIONS_ARE_DESCRIBED(OperationRules::described),
  PATH_PARAMETERS_ARE_THOSE_OF_THE_PATH(OperationRules::pathParameters),
  WRITES_REQUIRE_A_BODY(OperationRules::requests),
  OPERATIONS_HAVE_ONE_SUCCESS(OperationRules::successes),
  ROOT_ROWS_NAME_THE_SCHEMAS(OperationRules::roots),
  OPERATIONS_NEED_ONE_DECLARED_SCOPE(AccessRules::scopes),
  OPERATIONS_HAVE_A_MATRIX_OF_EIGHT_COLUMNS(AccessRules::matrices),

  PATTERNS_ARE_ANCHORED(PatternRules::anchored),
  UNIONS_ARE_ABSENT(SchemaRules::unions),
  OBJECTS_ARE_NAMED(SchemaRules::inlineObjects),
  PROPERTIES_HAVE_DESCRIPTION_AND_EXAMPLE(SchemaRules::described),
  TYPES_ARE_TOLD(SchemaRules::typed),
  VALUES_ARE_BOUNDED(SchemaRules::bounded),
  FIXED_VALUES_ARE_TOLD(FixedValues::told),
  REQUIRED_PROPERTIES_EXIST(SchemaRules::required),
  OCCURRENCES_AGREE_WITH_THE_SHAPE(OccurrenceRules::agree),

  RESPONSES_ARE_DESCRIBED_AND_NOT_STORED(ResponseRules::described),
  RESPONSES_HAVE_THE_HEADERS_OF_THEIR_STATUS(ResponseRules::headers),
  HEADERS_ARE_DESCRIBED_AND_REQUIRED(ResponseRules::headersDescribed),
  ERRORS_ARE_PROBLEMS(ResponseRules::problems),
  RESPONSES_NAME_THE_VERSION(VersionRules::named),
  DEPRECATED_OPERATIONS_ARE_DATED(VersionRules::dated),
  DEPRECATED_OPERATIONS_DECLARE_THE_HEADERS(VersionRules::deprecationTold),

  OPERATIONS_LIST_THE_COMMON_ERRORS(ErrorRules::common),
  EVERY_ERROR_HAS_ITS_EXAMPLE_AND_NO_OTHER(ErrorRules::examples),
  ERROR_CODES_ARE_IN_THE_CATALOGUE_AND_USED(ErrorRules::catalogued),
  CATALOGUE_IS_AS_PUBLISHED(ErrorRules::catalogue),

  CODE_LISTS_NAME_AND_DESCRIBE_EACH_VALUE(CodeListRules::complete),
  CODE_LISTS_REFER_TO_WHAT_EXISTS(CodeListRules::references),

  EXAMPLES_HAVE_A_SUMMARY(ExampleRules::summaries),
  EXAMPLES_OBEY_THEIR_SCHEMAS(ExampleRules::valid),
  PROBLEM_EXAMPLES_AGREE_WITH_THE_CATALOGUE(ExampleRules::problems),
  PROBLEM_EXAMPLES_NAME_PLACES_THAT_EXIST(ExampleRules::places);

  private final Check check;

  Rule(Check check) {
    this.check = check;
  }

  @Override
  public List<String> faults(Contract contract) {
    return check.faults(contract);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
