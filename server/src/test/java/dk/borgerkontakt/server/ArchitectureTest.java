package dk.borgerkontakt.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.inject.Provider;

/** The house as it was drawn: who may know whom. */
@AnalyzeClasses(packages = "dk.borgerkontakt", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule persistenceKnowsNeitherContractNorHttp =
      noClasses()
          .that()
          .resideInAPackage("dk.borgerkontakt.persistence..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dk.borgerkontakt.api..",
              "dk.borgerkontakt.server..",
              "jakarta.ws.rs..",
              "com.fasterxml..")
          .because("a change of the contract must not change SQL");

  @ArchTest
  static final ArchRule apiKnowsNobody =
      noClasses()
          .that()
          .resideInAnyPackage("dk.borgerkontakt.api..", "dk.borgerkontakt.contract..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dk.borgerkontakt.server..", "dk.borgerkontakt.persistence..")
          .because("it is the contract, and nothing else");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices()
          .matching("dk.borgerkontakt.server.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a reader must find a beginning");

  @ArchTest
  static final ArchRule operationsHaveNoSqlAndNoRules =
      noClasses()
          .that()
          .resideInAPackage("..server.operations..")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Dao")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("org.jdbi..")
          .because("they map to a service and back");

  @ArchTest
  static final ArchRule nothingIsInjected =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage("dk.borgerkontakt..")
          .and()
          .doNotHaveRawType(Provider.class)
          .should()
          .notBeAnnotatedWith(Inject.class)
          .because("parts are handed over in constructors; only the request at hand is looked up");

  @ArchTest
  static final ArchRule oneLoggingLibrary =
      noClasses()
          .that()
          .resideInAPackage("dk.borgerkontakt.server..")
          .and()
          .resideOutsideOfPackage("..server.log..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..")
          .because("the log's format and what it leaves out are decided in one place");

  @ArchTest
  static final ArchRule sandboxIsAnOutsideLikeAnother =
      noClasses()
          .that()
          .resideInAPackage("dk.borgerkontakt.server.*..")
          .and()
          .resideOutsideOfPackage("..server.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..server.sandbox..")
          .because("the service must run with somebody else's tokens and gateways");
}
