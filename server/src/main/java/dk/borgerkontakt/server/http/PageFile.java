package dk.borgerkontakt.server.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file of the site, held in memory. It may be kept but is asked for again each time (RFC 9111),
 * and is as safe in a browser as a page can be that loads nothing from anybody else.
 */
final class PageFile {

  private static final String FOLDER = "/dk/borgerkontakt/pages/site/";

  /** The pages have no style and no script of their own in them, and send forms to nobody. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

  private final byte[] content;
  private final String mediaType;
  private final EntityTag tag;

  /** Reads the file. */
  PageFile(String name, String mediaType) {
    this.content = read(FOLDER + name);
    this.mediaType = mediaType;
    this.tag = new EntityTag(digest(content));
  }

  /** The file, or that the one that the client has is still the same (RFC 9110, 13.1.2). */
  Response answer(HttpHeaders request) {
    Response.ResponseBuilder answer =
        isHeld(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))
            ? Response.notModified()
            : Response.ok(content, mediaType);
    return answer
        .tag(tag)
        .header("Cache-Control", "no-cache")
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  /** Jersey's own comparison fails on a header that it can't read. */
  private boolean isHeld(@Nullable String tags) {
    return tags != null && (tags.strip().equals("*") || tags.contains('"' + tag.getValue() + '"'));
  }

  private static byte[] read(String name) {
    try (InputStream file =
        Objects.requireNonNull(PageFile.class.getResourceAsStream(name), name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
