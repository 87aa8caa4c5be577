package dk.borgerkontakt.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** What came back over HTTP, read to the end. */
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {

  private static final JsonMapper JSON = new JsonMapper();

  public Answer {
    Map<String, List<String>> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    caseless.putAll(headers);
    headers = caseless;
  }

  /** The header's one value; null when it isn't there. Two of them are a fault. */
  public String header(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new AssertionError(name + " is there more than once: " + values);
    }
    return values.isEmpty() ? null : values.get(0);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException("no JSON: " + text(), e);
    }
  }

  /** The error code of a problem, else the HTTP status: one number that says what came of it. */
  public int outcome() {
    return isProblem() ? json().path("fejlkode").intValue() : status;
  }

  public boolean isProblem() {
    return String.valueOf(header("Content-Type")).startsWith("application/problem+json")
        && body.length > 0;
  }

  /** The faults that a problem lists, each as {@code place code}. */
  public List<String> faults() {
    return StreamSupport.stream(json().path("fejl").spliterator(), false)
        .map(fault -> fault.path("sti").textValue() + " " + fault.path("fejlkode").intValue())
        .toList();
  }

  /** What a read told, each element as {@code type value status}. */
  public List<String> kontaktinformation() {
    return StreamSupport.stream(
            json().at("/kontaktinformationer/kontaktinformation").spliterator(), false)
        .map(
            element ->
                element.path("kontaktdataType").intValue()
                    + " "
                    + element.path("kontaktdata").textValue()
                    + " "
                    + element.path("kontaktdatastatus").intValue())
        .toList();
  }

  /** The citizens that a look-up found. */
  public List<String> borgerer() {
    return StreamSupport.stream(json().path("borgerer").spliterator(), false)
        .map(borger -> borger.path("civilregistrationIdentifier").textValue())
        .toList();
  }

  @Override
  public String toString() {
    return status + " " + headers + " " + text();
  }
}
