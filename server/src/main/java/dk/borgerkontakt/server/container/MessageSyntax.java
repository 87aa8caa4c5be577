package dk.borgerkontakt.server.container;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.server.Request;

/** Where the container is laxer than RFC 9110 and 9112. */
final class MessageSyntax {

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("[^\\x00-\\x08\\x0a-\\x1f\\x7f]*");

  /** RFC 9110, 7.2, and RFC 3986, 3.2.2; it may be empty. */
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._~!$&'()*+,;=%-]*|\\[[0-9A-Fa-f:.]+])(:[0-9]{0,5})?");

  private MessageSyntax() {}

  static boolean isSound(Request request) {
    return isAddress(request)
        && isForOneHost(request)
        && isFramedOnce(request)
        && hasSoundHeaders(request);
  }

  private static boolean isAddress(Request request) {
    String query = request.getQueryString();
    return isUri(request.getRequestURI()) && isUri("/?" + (query == null ? "" : query));
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).getRawSchemeSpecificPart() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** None is HTTP/1.0's; of two, a proxy may have believed the other (RFC 9112, 3.2). */
  private static boolean isForOneHost(Request request) {
    Iterator<String> hosts = request.getHeaders("Host").iterator();
    return !hosts.hasNext() || (HOST.matcher(hosts.next()).matches() && !hosts.hasNext());
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
}
