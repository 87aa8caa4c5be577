package dk.borgerkontakt.server.config.source;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;

/** From the text of a setting to its value; what can't be read is an IllegalArgumentException. */
public final class Parsers {

  /** What {@link #host} takes. */
  public static final String HOST = "a host name or an IP address, without a port";

  /** What {@link #readable} takes. */
  public static final String FILE = "the path of a file that this user may read";

  private Parsers() {}

  public static Function<String, Integer> integer(int least, int most) {
    return text -> {
      int number = Integer.parseInt(text);
      require(number >= least && number <= most);
      return number;
    };
  }

  public static Function<String, Duration> duration(Duration least, Duration most) {
    return text -> {
      Duration duration = Duration.parse(text);
      require(duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0);
      return duration;
    };
  }

  public static boolean truth(String text) {
    require(text.equals("true") || text.equals("false"));
    return text.equals("true");
  }

  /** A host name or an IP address, for which nobody is asked; brackets of IPv6 are taken off. */
  public static String host(String text) {
    boolean isBracketed = text.startsWith("[") && text.endsWith("]");
    String host = isBracketed ? text.substring(1, text.length() - 1) : text;
    if (host.contains(":") || host.matches("[0-9.]+")) {
      require(host.contains(":") || host.matches("(\\d{1,3}\\.){3}\\d{1,3}"));
      requireLiteral(host);
    } else {
      require(host.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?"));
    }
    return host;
  }

  /** An absolute https address; http only where nobody between can change the answer. */
  public static URI secureUri(String text) {
    URI uri = URI.create(text);
    String host = uri.getHost();
    require(host != null);
    boolean isLoopback = new Endpoint(host(host), 0).isLoopback();
    require("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isLoopback));
    return uri;
  }

  /** An absolute path; a semicolon would end the database's name in a JDBC URL of H2. */
  public static Path folder(String text) {
    require(!text.contains(";"));
    return Path.of(text).toAbsolutePath().normalize();
  }

  /** A file, read later, that is there now. */
  public static Path readable(String text) {
    Path file = Path.of(text).toAbsolutePath().normalize();
    require(Files.isRegularFile(file) && Files.isReadable(file));
    return file;
  }

  public static String jdbcUrl(String text) {
    require(text.startsWith("jdbc:postgresql:") || text.startsWith("jdbc:h2:"));
    return text;
  }

  private static void requireLiteral(String host) {
    try {
      InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException();
    }
  }
}
