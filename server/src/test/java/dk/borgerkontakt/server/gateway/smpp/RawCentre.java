package dk.borgerkontakt.server.gateway.smpp;

import dk.borgerkontakt.server.testing.SocketServer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Says what no SMS centre should, octet by octet. */
final class RawCentre implements AutoCloseable {

  static final int SUBMIT_SM = 0x04;
  static final int DELIVER_SM = 0x05;
  static final int UNBIND = 0x06;
  static final int BIND_TRANSCEIVER = 0x09;
  static final int ENQUIRE_LINK = 0x15;
  static final int RESPONSE = 0x80000000;

  /** What is done with a connection, which is closed at the end of it. */
  interface Script {
    void play(Wire wire) throws IOException;
  }

  /** One connection. */
  record Wire(DataInputStream in, DataOutputStream out) {

    /** Reads a PDU; returns its command_id and sequence_number. */
    int[] read() throws IOException {
      int length = in.readInt();
      int commandId = in.readInt();
      in.readInt();
      int sequenceNumber = in.readInt();
      in.readFully(new byte[length - 16]);
      return new int[] {commandId, sequenceNumber};
    }

    void write(int commandId, int status, int sequenceNumber, String body) throws IOException {
      byte[] octets = body.getBytes(StandardCharsets.ISO_8859_1);
      out.writeInt(16 + octets.length);
      out.writeInt(commandId);
      out.writeInt(status);
      out.writeInt(sequenceNumber);
      out.write(octets);
      out.flush();
    }

    void bind() throws IOException {
      write(BIND_TRANSCEIVER | RESPONSE, 0, read()[1], "centre\0");
    }

    /** Reads until the other side has closed, and answers nothing. */
    void readInSilence() throws IOException {
      while (true) {
        read();
      }
    }
  }

  private final SocketServer server;
  private final AtomicInteger connections = new AtomicInteger();

  RawCentre(Script script) {
    server =
        new SocketServer(
            socket -> {
              connections.incrementAndGet();
              script.play(
                  new Wire(
                      new DataInputStream(socket.getInputStream()),
                      new DataOutputStream(socket.getOutputStream())));
            });
  }

  int port() {
    return server.port();
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() {
    server.close();
  }
}
