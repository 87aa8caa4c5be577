package dk.borgerkontakt.server.register.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a UTF-8 text, which end in LF or CRLF. However long a line is, no more than {@link
 * #LONGEST} characters of it are kept. Bytes that are no UTF-8 are read as U+FFFD.
 */
final class LineReader implements Closeable {
  static final int LONGEST = 10_000;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CountedBytes bytes;
  private final BufferedReader reader;
  private long number;

  /** A line without its end; its number counts from 1. */
  record Line(long number, String text, boolean isCut) {}

  LineReader(InputStream stream) {
    bytes = new CountedBytes(stream);
    reader = new BufferedReader(new InputStreamReader(bytes, UTF_8));
  }

  /** The next line, or null when there is none. */
  @Nullable Line next() throws IOException {
    int read = reader.read();
    if (read < 0) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    boolean isCut = false;
    while (read >= 0 && read != '\n') {
      if (text.length() < LONGEST) {
        text.append((char) read);
      } else {
        isCut = true;
      }
      read = reader.read();
    }
    number++;
    return new Line(number, withoutMarks(text), isCut);
  }

  /** Bytes taken from the stream so far, a little ahead of the lines. */
  long bytesRead() {
    return bytes.count;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private String withoutMarks(StringBuilder text) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
      text.setLength(text.length() - 1);
    }
    boolean isMarked = number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return isMarked ? text.substring(1) : text.toString();
  }

  private static final class CountedBytes extends FilterInputStream {
    private long count;

    private CountedBytes(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
