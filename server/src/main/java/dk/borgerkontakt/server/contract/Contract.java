package dk.borgerkontakt.server.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.api.model.Fejlkode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The contract as the service runs on it. Scopes, access matrix, errors, code lists and the form of
 * messages are read from here and said nowhere else.
 */
public final class Contract {

  private static final String CPR_SCHEMA = "/components/schemas/CivilRegistrationIdentifier";

  private final Map<String, Operation> operations = new LinkedHashMap<>();
  private final Map<Integer, ErrorEntry> errors = new LinkedHashMap<>();
  private final Map<String, CodeList> codeLists = new LinkedHashMap<>();
  private final List<Deprecation> deprecations = new ArrayList<>();
  private final CprForm cprForm;
  private final Limits limits;
  private final String version;

  /** Reads an OpenAPI document; a part that the service needs and doesn't find is an exception. */
  public Contract(JsonNode document) {
    version = document.required("info").required("version").textValue();
    limits = Limits.read(document);
    JsonNode schemas = document.required("components").required("schemas");
    for (JsonNode entry : schemas.required("Fejlkode").required("x-fejlkatalog")) {
      errors.put(entry.required("kode").intValue(), errorEntry(entry));
    }
    for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
      if (schema.getValue().has("enum")) {
        codeLists.put(schema.getKey(), new CodeList(schema.getValue()));
      }
    }
    Schemas compiler = new Schemas(document);
    cprForm = new CprForm(compiler.at(JsonPointer.compile(CPR_SCHEMA)));
    for (Operation operation : new OperationReader(document, compiler).read()) {
      operations.put(operation.id(), operation);
      Deprecation.read(operation, document).ifPresent(deprecations::add);
    }
  }

  /** The contract that is built into the jar. */
  public static Contract bundled() {
    return new Contract(bundledDocument());
  }

  /** The document of {@link #bundled()}. */
  public static JsonNode bundledDocument() {
    return dk.borgerkontakt.contract.Contract.bundled().root();
  }

  /** The version of the contract, as its info says. */
  public String version() {
    return version;
  }

  /** The operation with this id, or null. */
  public @Nullable Operation operation(String id) {
    return operations.get(id);
  }

  /** Every operation. */
  public Collection<Operation> operations() {
    return List.copyOf(operations.values());
  }

  /** The operations that are on their way out. */
  public List<Deprecation> deprecations() {
    return List.copyOf(deprecations);
  }

  /** Every scope that any operation asks for, in alphabetical order. */
  public Set<String> scopes() {
    Set<String> scopes = new TreeSet<>();
    operations.values().forEach(operation -> scopes.add(operation.scope()));
    return scopes;
  }

  /** The scope of the operations that change nothing. */
  public String readScope() {
    return operations.values().stream()
        .filter(operation -> !operation.writes())
        .map(Operation::scope)
        .findFirst()
        .orElseThrow();
  }

  /** The catalogue's row of this code. */
  public ErrorEntry error(Fejlkode code) {
    ErrorEntry entry = errors.get(code.value());
    if (entry == null) {
      throw new IllegalStateException("the catalogue has no row " + code);
    }
    return entry;
  }

  /** The numbers that the contract sets beside its schemas. */
  public Limits limits() {
    return limits;
  }

  /** The form of the number that names a citizen. */
  public CprForm cprForm() {
    return cprForm;
  }

  /** The code list that the enum was generated from. */
  public CodeList codeList(Class<? extends Enum<?>> generated) {
    CodeList list = codeLists.get(generated.getSimpleName());
    if (list == null) {
      throw new IllegalStateException("no code list " + generated.getSimpleName());
    }
    return list;
  }

  private static ErrorEntry errorEntry(JsonNode entry) {
    return new ErrorEntry(
        entry.required("kode").intValue(),
        entry.required("tekst").textValue(),
        entry.required("beskrivelse").textValue(),
        entry.required("status").intValue());
  }
}
