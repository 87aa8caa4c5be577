package dk.borgerkontakt.server.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check must see breaches, or every test that leans on it proves nothing. */
class ContractCheckTest {

  private static final String CPR = "0107809001";

  private static final Map<String, List<String>> ALWAYS =
      Map.of("Cache-Control", List.of("no-store"), "API-Version", List.of("1.1.0"));

  private static final String READ =
      """
      {"kontaktinformationer":{"kontaktinformation":[
        {"kontaktdata":"+4520120002","kontaktdataType":1,"kontaktdatastatus":1}]}}""";

  private static final String UNKNOWN =
      """
      {"type":"urn:borgerkontakt:fejl:1010","title":"Unknown cpr","status":404,
       "detail":"The submitted cpr is unknown to the system","fejlkode":1010,
       "fejltekst":"Unknown cpr","sporingsId":"4bf92f3577b34da6a3ce929d0e0e4736"}""";

  private static final String CREATE =
      """
      {"kontaktinformationer":{"kontaktinformation":[
        {"kontaktdata":null,"kontaktdataType":1,"kontaktdatastatus":2}]}}""";

  @Test
  void acceptsWhatTheContractSays() {
    assertThatCode(() -> check(read(200, READ, "application/json"))).doesNotThrowAnyException();
    assertThatCode(() -> check(read(404, UNKNOWN, "application/problem+json")))
        .doesNotThrowAnyException();
    assertThatCode(() -> check(created(CREATE))).doesNotThrowAnyException();
    assertThatCode(() -> check(exchange("HEAD", 200, "", "application/json")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "kontaktdatastatus, kontaktdatastatu",
    "\"kontaktdataType\":1, \"kontaktdataType\":4",
    "\"kontaktdataType\":1, \"kontaktdataType\":\"1\"",
    "\"kontaktdatastatus\":1, '\"kontaktdatastatus\":1,\"andet\":1'",
    "+4520120002, ''"
  })
  void seesBodiesThatBreakTheSchema(String right, String wrong) {
    String body = READ.replace(right, wrong);

    assertThatThrownBy(() -> check(read(200, body, "application/json")))
        .isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Unknown cpr, Unknown",
    "'\"status\":404', '\"status\":400'",
    "1010, 9155",
    "The submitted cpr is, The submitted 0107809001 is"
  })
  void seesProblemsThatAreNotTheCatalogues(String right, String wrong) {
    String body = UNKNOWN.replace(right, wrong);

    assertThatThrownBy(() -> check(read(404, body, "application/problem+json")))
        .isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 302, 418})
  void seesStatusesThatAreNotListed(int status) {
    assertThatThrownBy(() -> check(read(status, "", "text/plain")))
        .isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Cache-Control, ", "Cache-Control, no-cache",
    "API-Version, ", "API-Version, 1.1",
    "Content-Type, application/json"
  })
  void seesMissingAndWrongHeaders(String name, String value) {
    Exchange good = read(404, UNKNOWN, "application/problem+json");
    Map<String, List<String>> headers = new HashMap<>(good.answer().headers());
    headers.remove(name);
    if (value != null) {
      headers.put(name, List.of(value));
    }

    assertThatThrownBy(() -> check(withHeaders(good, headers))).isInstanceOf(AssertionError.class);
  }

  @Test
  void seesIllFormedRequestsUnlessTheyAreMeantToBe() {
    Exchange without =
        new Exchange(
            "GET",
            Caller.PATH,
            Map.of(),
            new byte[0],
            read(404, UNKNOWN, "application/problem+json").answer());

    assertThatThrownBy(() -> check(without)).isInstanceOf(AssertionError.class);
    assertThatCode(() -> ContractCheck.bundled().check(without, false)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(created(CREATE.replace("1,", "\"1\","))))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void seesAnUnknownAddressThatIsAnswered() {
    Answer answer = read(200, READ, "application/json").answer();

    assertThatThrownBy(() -> check(new Exchange("GET", "/v1/andet", Map.of(), new byte[0], answer)))
        .isInstanceOf(AssertionError.class);
  }

  private static void check(Exchange exchange) {
    ContractCheck.bundled().check(exchange, true);
  }

  private static Exchange read(int status, String body, String type) {
    return exchange("GET", status, body, type);
  }

  private static Exchange exchange(String method, int status, String body, String type) {
    Map<String, List<String>> headers = new HashMap<>(ALWAYS);
    headers.put("Content-Type", List.of(type));
    return new Exchange(
        method,
        Caller.PATH,
        Map.of("x-civilregistrationIdentifier", List.of(CPR), "Authorization", List.of("Bearer x")),
        new byte[0],
        new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Exchange created(String body) {
    return new Exchange(
        "POST",
        Caller.PATH,
        Map.of(
            "x-civilregistrationIdentifier", List.of(CPR),
            "Content-Type", List.of("application/json"),
            "Authorization", List.of("Bearer x")),
        body.getBytes(StandardCharsets.UTF_8),
        new Answer(204, ALWAYS, new byte[0]));
  }

  private static Exchange withHeaders(Exchange exchange, Map<String, List<String>> headers) {
    return new Exchange(
        exchange.method(),
        exchange.path(),
        exchange.headers(),
        exchange.body(),
        new Answer(exchange.answer().status(), headers, exchange.answer().body()));
  }
}
