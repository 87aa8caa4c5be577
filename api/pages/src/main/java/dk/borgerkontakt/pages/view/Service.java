package dk.borgerkontakt.pages.view;

import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import java.util.List;

/** The whole contract. */
public record Service(Contract contract) {

  private static final String FLOW = "/components/securitySchemes/dfdg/flows/clientCredentials";

  /** A scope and the methods that ask for it. */
  public record Scope(String name, String description, List<String> methods) {}

  public String title() {
    return text("/info/title");
  }

  /** The title's last part, which is the service's own name. */
  public String name() {
    return title().replaceFirst(".*\\.", "");
  }

  public String version() {
    return text("/info/version");
  }

  public String lead() {
    return description().lead();
  }

  public String general() {
    return description().html();
  }

  /** The description without the paragraph that is its lead. */
  public String generalAfterLead() {
    return description().htmlAfterLead();
  }

  public List<Markdown.Section> sections() {
    return description().sections();
  }

  public String agencyPage() {
    return text("/externalDocs/url");
  }

  public String agencyPageText() {
    return text("/externalDocs/description");
  }

  public String server() {
    return text("/servers/0/url");
  }

  public String licence() {
    return text("/info/license/name");
  }

  public List<Method> methods() {
    return contract.operations().stream().map(Method::new).toList();
  }

  /** The first method that reads a citizen: a newcomer's first call. */
  public Method firstRead() {
    return methods().stream()
        .filter(method -> method.verb().equals("GET"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the contract reads nothing"));
  }

  public String tokenDescription() {
    return new Markdown(text("/components/securitySchemes/dfdg/description"), 0).html();
  }

  public String tokenUrl() {
    return text(FLOW + "/tokenUrl");
  }

  public List<Scope> scopes() {
    return contract.at(FLOW + "/scopes").children().stream()
        .map(scope -> new Scope(scope.name(), scope.node().asText(), methods(scope.name())))
        .toList();
  }

  private List<String> methods(String scope) {
    return contract.operations().stream()
        .filter(operation -> operation.scope().equals(scope))
        .map(Operation::id)
        .toList();
  }

  public List<CodeList> codeLists() {
    return contract.components("schemas").stream()
        .filter(CodeList::isCodeList)
        .map(CodeList::new)
        .toList();
  }

  public List<Schema> schemas() {
    return contract.components("schemas").stream()
        .filter(schema -> !CodeList.isCodeList(schema))
        .map(schema -> new Schema(contract, schema))
        .toList();
  }

  /** The schema of the error codes, which says whose they are. */
  public Schema errorCode() {
    return schemas().stream()
        .filter(Schema::isCatalogue)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the contract has no error catalogue"));
  }

  public List<Failure> errors() {
    return Failure.catalogue(contract);
  }

  public List<Term> limits() {
    return contract.at("/x-graenser").children().stream()
        .map(limit -> new Term(limit.name(), limit.node().asText()))
        .toList();
  }

  private Markdown description() {
    return new Markdown(text("/info/description"), 1);
  }

  private String text(String pointer) {
    return contract.at(pointer).node().asText();
  }
}
