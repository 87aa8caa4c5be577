package dk.borgerkontakt.api.snitflade;

import dk.borgerkontakt.api.check.Check;
import dk.borgerkontakt.contract.Contract;
import java.util.List;
import java.util.Locale;

/** What the contract must have in common with the agency's interface description. */
public enum Agreement implements Check {
  HAS_THE_PUBLISHED_METHODS(PublishedMethods::methods),
  HAS_EVERY_ROW_OF_THE_INPUT_TABLES(PublishedElements::input),
  HAS_EVERY_ROW_OF_THE_OUTPUT_TABLE(PublishedElements::output),
  TELLS_ERRORS_WORD_FOR_WORD(PublishedErrors::words),
  NEVER_SHORTENS_A_LIST_OF_ERRORS(PublishedErrors::lists),
  HAS_THE_HEADING_OF_THE_METHOD(PublishedMethods::heading),
  BEGINS_WITH_THE_DESCRIPTION_OF_THE_METHOD(PublishedMethods::description),
  NEEDS_THE_SCOPE_OF_THE_METHOD(PublishedMethods::scope),
  HAS_THE_ACCESS_MATRIX(PublishedMethods::matrix);

  private final Check check;

  Agreement(Check check) {
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
