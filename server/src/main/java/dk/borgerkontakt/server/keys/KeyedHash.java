package dk.borgerkontakt.server.keys;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * HMAC-SHA-256 over texts: without the key nobody can try out which texts a hash is of. Safe for
 * use by several threads.
 */
public final class KeyedHash {

  /** The name that the key's algorithm has in Java. */
  public static final String ALGORITHM = "HmacSHA256";

  private final SecretKey key;

  public KeyedHash(SecretKey key) {
    this.key = key;
  }

  /**
   * The 32 bytes that stand for these parts in this order. The purpose keeps hashes of the same
   * parts apart that are made for different things.
   */
  public byte[] hash(String purpose, String... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(encode(purpose, parts));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Each text with its length before it, as UTF-16: ("ab","c") and ("a","bc") differ, and no two
   * texts share their bytes, as two with broken surrogates would in UTF-8.
   */
  private static byte[] encode(String purpose, String... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, purpose);
      out.writeInt(parts.length);
      for (String part : parts) {
        write(out, part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    out.writeInt(text.length());
    out.writeChars(text);
  }
}
