package dk.borgerkontakt.server.testing;

import dk.borgerkontakt.client.KontaktinformationApi;
import dk.borgerkontakt.client.invoker.ApiClient;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Supplier;

/** One client of the service, with a token of its own: the generated client, and raw requests. */
public final class Caller {

  public static final String PATH = "/v1/kontaktinformation";
  public static final String STATUS = PATH + "/status";
  public static final String CODE = PATH + "/verifikationskode";
  public static final String VERIFY = PATH + "/verificering";
  public static final String MOBILE = PATH + "/mobiltelefon/";
  public static final String EMAIL = PATH + "/emailaddresse/";

  private final String base;
  private final CheckedHttpClient http;
  private final Supplier<String> token;

  /** On a wire of its own, with tokens of the service's sandbox. */
  public static Caller ofSandbox(URI baseUri, String clientId) {
    Tokens tokens = new Tokens(baseUri, Clock.systemUTC());
    return new Caller(
        baseUri, new CheckedHttpClient(ContractCheck.bundled()), () -> tokens.token(clientId));
  }

  Caller(URI baseUri, CheckedHttpClient http, Supplier<String> token) {
    this.base = baseUri.toString().replaceFirst("/$", "");
    this.http = http;
    this.token = token;
  }

  /** The client generated from the contract, on the same checked wire as the raw requests. */
  public KontaktinformationApi api() {
    ApiClient client =
        new ApiClient() {
          @Override
          public HttpClient getHttpClient() {
            return http;
          }
        };
    client.updateBaseUri(base);
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + token.get()));
    return new KontaktinformationApi(client);
  }

  public Call call(String method, String path) {
    return new Call(http, method, URI.create(base + path)).token(token.get());
  }

  public Call get(String path) {
    return call("GET", path);
  }

  public Call post(String path, String json) {
    return call("POST", path).json(json);
  }

  /** createKontaktinformation with {@code type, value} pairs. */
  public Call create(String cpr, Object... pairs) {
    return post(PATH, Bodies.create(pairs)).cpr(cpr);
  }

  /** getKontaktinformation. */
  public Call read(String cpr) {
    return get(PATH).cpr(cpr);
  }

  /** updateKontaktinformation. */
  public Call status(String cpr, int type, int status) {
    return post(STATUS, Bodies.status(type, status)).cpr(cpr);
  }

  /** getVerifikationskode. */
  public Call code(String cpr, int type) {
    return post(CODE, Bodies.code(type)).cpr(cpr);
  }

  /** verificerKontaktinformation. */
  public Call verify(String cpr, int type, String code) {
    return post(VERIFY, Bodies.verify(type, code)).cpr(cpr);
  }

  /** getKontaktinformationMobilNr; the number is encoded for the path. */
  public Call byMobile(String number) {
    return get(MOBILE + encoded(number));
  }

  /** getKontaktinformationEmail; the address is encoded for the path. */
  public Call byEmail(String address) {
    return get(EMAIL + encoded(address));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
