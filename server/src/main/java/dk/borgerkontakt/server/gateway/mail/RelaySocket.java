package dk.borgerkontakt.server.gateway.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/**
 * A connection that hears no more from the relay than a hundred messages have replies, TLS
 * included: the library keeps a whole reply in memory, and one without an end would fill it.
 */
final class RelaySocket extends Socket {

  private static final int MOST_OCTETS = 1_000_000;

  private int heard;

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
      }

      @Override
      public int read(byte[] octets, int offset, int length) throws IOException {
        int read = super.read(octets, offset, length);
        count(Math.max(0, read));
        return read;
      }
    };
  }

  private synchronized void count(int octets) throws IOException {
    heard += octets;
    if (heard > MOST_OCTETS) {
      throw new IOException("the relay says too much");
    }
  }
}
