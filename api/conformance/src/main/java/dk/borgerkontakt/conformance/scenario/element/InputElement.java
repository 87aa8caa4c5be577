package dk.borgerkontakt.conformance.scenario.element;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dk.borgerkontakt.conformance.bench.Addresses;
import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Bodies;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.http.Request;
import dk.borgerkontakt.conformance.row.Subject.Element;
import java.util.List;

/** One detail of one element of a request's body; what breaks it is refused at its place. */
public final class InputElement {

  private static final int FORM = 1014;
  private static final int MAIL = 3;
  private static final List<Integer> FORM_CODES =
      List.of(1001, FORM, 9153, 9193, 9156, 9157, 9158, 90004, 90006);

  private final Bench bench;
  private final Element element;
  private final JsonNode schema;
  private final JsonPointer place;

  public InputElement(Bench bench, Element element) {
    this.bench = bench;
    this.element = element;
    this.schema = element.row().schema().node();
    this.place = JsonPointer.compile("/" + String.join("/", element.path()).replace('*', '0'));
  }

  /** Breaks it in every way that the kit knows, and keeps it. */
  public void run() {
    if (element.isParameter()) {
      new InputParameter(bench, element).run();
      return;
    }
    if (needsNothingRegistered()) {
      bench.bare();
    }
    switch (element.facet()) {
      case FOREKOMST -> occurrence();
      case TYPE -> WrongTypes.of(element).forEach(wrong -> refused(FORM, wrong));
      case PATTERN -> Mutations.breaking(schema, value(1).asText()).forEach(this::refusedText);
      case KODELISTE -> codeList();
      case LAENGDE -> length();
      case UNIK -> twice();
    }
  }

  /** Else each of its right requests would send a code to a citizen. */
  private boolean needsNothingRegistered() {
    return !bench.operation().id().equals("createKontaktinformation");
  }

  private void occurrence() {
    if (element.row().isRequired()) {
      refused(FORM, Bodies.with(body(1), place, null));
    } else {
      accepted(Bodies.with(body(1), place, null));
    }
    if (isList()) {
      refused(FORM, JsonNodeFactory.instance.arrayNode());
      ObjectNode several = body(1);
      ((ArrayNode) several.at(place)).add(body(2).at(place).path(0));
      accepted(several);
    }
  }

  private void codeList() {
    int code = schema.path("x-fejlkode").asInt(FORM);
    for (int wrong : Mutations.outside(schema)) {
      refused(code, IntNode.valueOf(wrong));
    }
    for (JsonNode value : schema.path("enum")) {
      int type = element.path().contains(Bodies.TYPE) ? value.asInt() : 1;
      accepted(Bodies.with(body(type), place, value));
    }
  }

  /** The code may depend on the type that the text is for. */
  private void length() {
    TextNode tooLong = TextNode.valueOf("1".repeat(schema.path("maxLength").asInt() + 1));
    boolean isByType = element.row().place().node().has("x-fejlkode-efter");
    for (int type : isByType ? bench.types() : List.of(1)) {
      int code = isByType ? codeOf(type) : schema.path("x-fejlkode").asInt(FORM);
      refused(code, Bodies.with(body(type), place, tooLong));
    }
    if (isByType) {
      longestMail();
    }
  }

  /** Numbers are never that long, mail addresses may be. */
  private void longestMail() {
    String mail = Addresses.longestMail(bench.data(), schema.path("maxLength").asInt());
    accepted(Bodies.with(body(MAIL), place, TextNode.valueOf(mail)));
  }

  private int codeOf(int type) {
    return bench
        .world()
        .contract()
        .at("/components/schemas/KontaktdataCodelList/x-enum-fejlkoder")
        .node()
        .path(bench.types().indexOf(type))
        .asInt();
  }

  private void twice() {
    ObjectNode twice = body(1);
    ((ArrayNode) twice.at(place)).add(body(1).at(place).path(0));
    bench.expect(FORM, request(twice));
  }

  private boolean isList() {
    return element.row().place().node().has("items");
  }

  private ObjectNode body(int type) {
    return Bodies.valid(bench.operation(), bench.data(), type);
  }

  private JsonNode value(int type) {
    return body(type).at(place);
  }

  private void refusedText(String wrong) {
    refused(FORM, TextNode.valueOf(wrong));
  }

  private void refused(int code, JsonNode wrong) {
    refused(code, Bodies.with(body(1), place, wrong));
  }

  private void refused(int code, ObjectNode body) {
    bench.expect(code, place.toString(), request(body));
  }

  private void accepted(ObjectNode body) {
    Exchange exchange = bench.send(request(body));
    boolean isAccepted = !FORM_CODES.contains(exchange.fejlkode()) && exchange.status() < 500;
    Mismatch.unless(isAccepted, "the form is accepted", exchange);
  }

  private Request request(ObjectNode body) {
    if (needsNothingRegistered()) {
      return bench.request().body(body.toString());
    }
    return bench.person().request(bench.operation().id(), body);
  }
}
