package dk.borgerkontakt.server.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.testing.ContractOperations.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds exchanges up against the contract: status, headers and body of every answer, and the
 * request too where it is meant well. A breach fails the test at once.
 */
final class ContractCheck {

  /** Any error that is about no operation has the form of this one's. */
  private static final String ANY_PROBLEM = "getKontaktinformationMobilNr";

  /** A client may send properties that the contract doesn't know; the service may not. */
  private static final String UNKNOWN_PROPERTY = "validation.schema.additionalProperties";

  private final OpenApiInteractionValidator requests;
  private final OpenApiInteractionValidator answers;
  private final ContractOperations operations;
  private final ProblemCheck problems;
  private final boolean isCounted;

  private ContractCheck(JsonNode document, boolean isCounted) {
    String text = withoutSecurity(document).toString();
    this.requests = validator(text, UNKNOWN_PROPERTY, "validation.request.accept.notAllowed");
    this.answers = validator(text);
    this.operations = new ContractOperations(document);
    this.problems = new ProblemCheck(document);
    this.isCounted = isCounted;
  }

  private static final class Bundled {
    private static final ContractCheck CHECK = new ContractCheck(Contract.bundledDocument(), true);
  }

  /** Against the contract in the jar; what is reached counts for the coverage. */
  static ContractCheck bundled() {
    return Bundled.CHECK;
  }

  /** Against a changed contract; nothing counts. */
  static ContractCheck of(JsonNode document) {
    return new ContractCheck(document, false);
  }

  private static OpenApiInteractionValidator validator(String document, String... ignored) {
    LevelResolver.Builder levels = LevelResolver.create();
    for (String key : ignored) {
      levels.withLevel(key, Level.IGNORE);
    }
    return OpenApiInteractionValidator.createForInlineApiSpecification(document)
        .withLevelResolver(levels.build())
        .build();
  }

  /** The validator knows nothing of OAuth, and says so in a log line for each operation. */
  private static JsonNode withoutSecurity(JsonNode document) {
    JsonNode copy = document.deepCopy();
    copy.findParents("security").forEach(parent -> ((ObjectNode) parent).remove("security"));
    return copy;
  }

  /** Checks one exchange; what is outside the contract's paths is nobody's business here. */
  void check(Exchange exchange, boolean isWellMeant) {
    List<Entry> about = operations.of(exchange.method(), exchange.path());
    List<String> breaches = new ArrayList<>();
    if (about.isEmpty() && exchange.path().startsWith("/v1")) {
      breaches.addAll(unknownPath(exchange));
    }
    for (Entry operation : about) {
      breaches.addAll(answerBreaches(operation, exchange));
      if (isCounted) {
        Coverage.record(operation.id(), exchange.answer().status(), fejlkode(exchange.answer()));
      }
    }
    if (isWellMeant && about.size() == 1) {
      breaches.addAll(messages(requests.validateRequest(request(exchange))));
    }
    if (!breaches.isEmpty()) {
      throw new AssertionError(
          "%s %s is no exchange of the contract:%n%s%nThe answer was %s"
              .formatted(
                  exchange.method(),
                  exchange.path(),
                  String.join("\n", breaches),
                  exchange.answer()));
    }
  }

  private List<String> unknownPath(Exchange exchange) {
    Entry like =
        operations.all().stream().filter(one -> one.id().equals(ANY_PROBLEM)).findFirst().get();
    List<String> breaches = new ArrayList<>(answerBreaches(like, exchange));
    if (exchange.answer().status() != 404) {
      breaches.add("an address that the contract doesn't know is 404");
    }
    return breaches;
  }

  private List<String> answerBreaches(Entry operation, Exchange exchange) {
    Answer answer = exchange.answer();
    SimpleResponse.Builder response = new SimpleResponse.Builder(answer.status());
    answer.headers().forEach(response::withHeader);
    if (answer.body().length > 0) {
      response.withBody(answer.body());
    }
    Method method = Method.valueOf(operation.method());
    String path = operation.path().replaceAll("\\{[^/]+}", "1");
    boolean isHead = exchange.method().equals("HEAD");
    Stream<String> formal =
        messages(answers.validateResponse(path, method, response.build())).stream()
            .filter(message -> !(isHead && message.contains("validation.response.body.missing")));
    return Stream.concat(formal, problems.breaches(operation, exchange).stream()).toList();
  }

  private static SimpleRequest request(Exchange exchange) {
    String method = exchange.method().equals("HEAD") ? "GET" : exchange.method();
    SimpleRequest.Builder request = new SimpleRequest.Builder(method, exchange.path());
    exchange.headers().forEach(request::withHeader);
    if (exchange.body().length > 0) {
      request.withBody(exchange.body());
    }
    return request.build();
  }

  private static int fejlkode(Answer answer) {
    return answer.isProblem() ? answer.outcome() : 0;
  }

  private static List<String> messages(ValidationReport report) {
    return report.getMessages().stream()
        .filter(message -> message.getLevel() == Level.ERROR)
        .map(message -> message.getKey() + ": " + message.getMessage())
        .toList();
  }
}
