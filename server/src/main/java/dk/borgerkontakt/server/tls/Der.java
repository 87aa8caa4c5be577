package dk.borgerkontakt.server.tls;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** As much of ASN.1's encoding (X.690) as a private key is wrapped in. */
final class Der {

  static final int INTEGER = 0x02;
  static final int OCTETS = 0x04;
  static final int SEQUENCE = 0x30;

  private Der() {}

  /** One element: its tag, the length of all the contents together, and these. */
  static byte[] element(int tag, byte[]... contents) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : contents) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream element = new ByteArrayOutputStream();
    element.write(tag);
    int size = content.size();
    if (size >= 0x100) {
      element.write(0x82);
      element.write(size >> 8);
    } else if (size >= 0x80) {
      element.write(0x81);
    }
    element.write(size);
    element.writeBytes(content.toByteArray());
    return element.toByteArray();
  }

  /**
   * The content of the first element with this tag, of those that follow each other; null if there
   * is none, or what is there can't be read.
   */
  static byte @Nullable [] first(int tag, byte[] elements) {
    ByteBuffer rest = ByteBuffer.wrap(elements);
    try {
      while (rest.hasRemaining()) {
        int found = rest.get() & 0xff;
        byte[] content = new byte[Math.min(length(rest), rest.remaining())];
        rest.get(content);
        if (found == tag) {
          return content;
        }
      }
      return null;
    } catch (BufferUnderflowException e) {
      return null;
    }
  }

  private static int length(ByteBuffer rest) {
    int first = rest.get() & 0xff;
    int length = first < 0x80 ? first : 0;
    for (int i = 0x80; i < first; i++) {
      length = ((length << 8) | (rest.get() & 0xff)) & 0xff_ffff;
    }
    return length;
  }
}
