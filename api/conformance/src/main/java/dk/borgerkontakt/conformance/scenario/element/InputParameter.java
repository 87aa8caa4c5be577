package dk.borgerkontakt.conformance.scenario.element;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.http.Request;
import dk.borgerkontakt.conformance.row.Subject.Element;
import java.util.List;
import java.util.UUID;

/** One detail of a header or of the part of a path. */
final class InputParameter {

  private static final int FORM = 1014;

  private final Bench bench;
  private final JsonNode parameter;
  private final JsonNode schema;
  private final Element element;
  private final String name;
  private final int code;

  InputParameter(Bench bench, Element element) {
    this.bench = bench;
    this.element = element;
    this.parameter = element.row().place().node();
    this.schema = element.row().schema().node();
    this.name = parameter.path("name").asText();
    this.code = parameter.path("x-fejlkode").asInt(FORM);
  }

  void run() {
    if (!bench.operation().requestSchema().node().isMissingNode()) {
      bench.bare();
    }
    switch (element.facet()) {
      case FOREKOMST -> occurrence();
      case TYPE -> type();
      case PATTERN -> Mutations.breaking(schema, right()).forEach(this::refused);
      case KODELISTE -> codeList();
      case LAENGDE -> length();
      case UNIK -> throw new Mismatch("the kit can't provoke it: no parameter is a list");
    }
  }

  private void occurrence() {
    boolean isRequired = parameter.path("required").asBoolean();
    if (isPath()) {
      bench.expect(90004, with(""));
    } else if (isRequired) {
      bench.expect(code, name, bench.request().header(name));
    } else {
      accepted(bench.request().header(name));
      bench.expect(code, name, read(bench.request().header(name, right(), right())));
    }
  }

  private void type() {
    accepted(with(right()));
    if (schema.path("type").asText().equals("integer")) {
      List.of("x", "1.5", "1e0", "true").forEach(this::refused);
    }
  }

  private void codeList() {
    for (int wrong : Mutations.outside(schema)) {
      refused(Integer.toString(wrong));
    }
    for (JsonNode value : schema.path("enum")) {
      accepted(with(value.asText()));
    }
  }

  private void length() {
    int most = schema.path("maxLength").asInt();
    String tooLong = "1".repeat(most + 1);
    if (name.equals("x-organisationCode")) {
      // The organisation is looked up before the form of headers is judged, and there is none.
      bench.expect(4986, read(with(tooLong)));
    } else {
      refused(tooLong);
    }
    if (!isPath()) {
      accepted(with(UUID.randomUUID().toString().concat("1".repeat(most)).substring(0, most)));
      refused("");
    }
  }

  private String right() {
    if (isPath()) {
      return bench.fresh(bench.lookedUpType());
    }
    return switch (name) {
      case Request.CITIZEN -> bench.data().citizens().own().get(0);
      case Request.REQUEST_ID -> UUID.randomUUID().toString();
      default -> parameter.path("example").asText();
    };
  }

  private boolean isPath() {
    return parameter.path("in").asText().equals("path");
  }

  private Request with(String value) {
    return isPath()
        ? bench.request().path(Bench.path(bench.operation(), value))
        : bench.request().header(name, value);
  }

  /** By the callers of whom the parameter is read: some headers are another actor's alone. */
  private Request read(Request request) {
    List<String> sent = request.headers().getOrDefault(name, List.of());
    return name.startsWith("x-organisation")
        ? bench.as(request, "andenAktoer").header(name, sent.toArray(String[]::new))
        : request;
  }

  private void refused(String value) {
    bench.expect(code, name, read(with(value)));
  }

  private void accepted(Request request) {
    Exchange exchange = bench.send(request);
    boolean isAccepted =
        exchange.fejlkode() != code && exchange.fejlkode() != FORM && exchange.status() < 500;
    Mismatch.unless(isAccepted, name + " is accepted", exchange);
  }
}
