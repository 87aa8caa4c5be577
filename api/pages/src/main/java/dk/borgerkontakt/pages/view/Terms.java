package dk.borgerkontakt.pages.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the contract says of the form of a value. */
final class Terms {

  /** Keywords of schemas as the agency writes them in its column Detaljer. */
  private static final Map<String, String> PUBLISHED = new LinkedHashMap<>();

  static {
    PUBLISHED.put("pattern", "Pattern");
    PUBLISHED.put("minLength", "MinLength");
    PUBLISHED.put("maxLength", "MaxLength");
    PUBLISHED.put("minimum", "MinInclusive");
    PUBLISHED.put("maximum", "MaxInclusive");
  }

  private Terms() {}

  /** As the agency's tables have it. */
  static List<Term> published(JsonNode place, JsonNode schema) {
    List<Term> terms = new ArrayList<>();
    PUBLISHED.forEach(
        (keyword, name) -> {
          JsonNode value = place.has(keyword) ? place.get(keyword) : schema.path(keyword);
          if (!value.isMissingNode()) {
            terms.add(new Term(name, withoutAnchors(value.asText())));
          }
        });
    return terms;
  }

  private static String withoutAnchors(String pattern) {
    return pattern.replaceFirst("^\\^\\(\\?:(.*)\\)\\$$", "$1").replaceFirst("^\\^(.*)\\$$", "$1");
  }

  /** In plain words, for developers. */
  static List<Term> plain(JsonNode schema) {
    List<Term> terms = new ArrayList<>();
    if (schema.path("nullable").asBoolean()) {
      terms.add(new Term("må være", "null"));
    }
    range(terms, schema, "minLength", "maxLength", "tegn");
    range(terms, schema, "minItems", "maxItems", "elementer");
    range(terms, schema, "minimum", "maximum", "værdi");
    text(terms, schema, "pattern", "mønster");
    text(terms, schema, "x-unik", "højst ét element med samme");
    text(terms, schema, "x-fejlkode", "fejlkode");
    text(terms, schema, "x-fejlkode-efter", "fejlkode efter");
    if (schema.has("enum") && !schema.has("x-enum-varnames")) {
      schema.get("enum").forEach(value -> terms.add(new Term("altid", value.asText())));
    }
    return terms;
  }

  private static void range(
      List<Term> terms, JsonNode schema, String from, String to, String unit) {
    String least = schema.path(from).asText();
    String most = schema.path(to).asText();
    if (!least.isEmpty() && !most.isEmpty()) {
      terms.add(new Term(unit, least + "–" + most));
    } else if (!least.isEmpty()) {
      terms.add(new Term(unit, "mindst " + least));
    } else if (!most.isEmpty()) {
      terms.add(new Term(unit, "højst " + most));
    }
  }

  private static void text(List<Term> terms, JsonNode schema, String keyword, String name) {
    if (schema.has(keyword)) {
      terms.add(new Term(name, schema.get(keyword).asText()));
    }
  }
}
