package dk.borgerkontakt.server.container;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** Where the container is laxer than RFC 9110 and 9112. */
final class MessageSyntax {

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("[^\\x00-\\x08\\x0a-\\x1f\\x7f]*");

  /** What Java takes for a name of some other registry and Grizzly for a port, with a fault. */
  private static final Pattern HOST = Pattern.compile("(\\[[^\\]]*]|[^:\\[\\]]*)(:[0-9]{0,5})?");

  private MessageSyntax() {}

  static boolean isSound(Request request) {
    return isAddress(request) && isFramedOnce(request) && hasSoundHeaders(request);
  }

  private static boolean isAddress(Request request) {
    String host = text(request.getHeader("Host"));
    return isUri(request.getRequestURI())
        && isUri("/?" + text(request.getQueryString()))
        && isUri("http://" + host)
        && HOST.matcher(host).matches();
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).getRawSchemeSpecificPart() != null;
    } catch (URISyntaxException e) {
      return text.equals("http://"); // HTTP/1.0 needs no Host
    }
  }

  /**
   * A length beside a transfer coding, or a coding that isn't spoken, would cut the body elsewhere.
   */
  private static boolean isFramedOnce(Request request) {
    String coding = request.getHeader("Transfer-Encoding");
    return coding == null
        || (coding.strip().equalsIgnoreCase("chunked")
            && request.getHeader("Content-Length") == null);
  }

  private static boolean hasSoundHeaders(Request request) {
    for (String name : request.getHeaderNames()) {
      if (!TOKEN.matcher(name).matches()) {
        return false;
      }
      for (String value : request.getHeaders(name)) {
        if (!VALUE.matcher(value).matches()) {
          return false;
        }
      }
    }
    return true;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
