package dk.borgerkontakt.server.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens at a free port of this machine, for tests that say on a socket what no library would. */
public final class SocketServer implements AutoCloseable {

  /** What is done with a connection, which is closed at the end of it. */
  public interface Script {
    void play(Socket socket) throws IOException;
  }

  private final ServerSocket listener;
  private final Script script;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /** Plays the script to each connection, on a thread of its own. */
  public SocketServer(Script script) {
    this.script = script;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    inBackground(this::listen);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Ends each connection. */
  public void dropAll() {
    sockets.forEach(SocketServer::close);
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        sockets.add(socket);
        inBackground(() -> play(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void play(Socket socket) {
    try (socket) {
      script.play(socket);
    } catch (IOException theOtherSideEndedIt) {
      // As it should where the script asks for it.
    }
  }

  public static void inBackground(Runnable work) {
    Thread thread = new Thread(work, "socket-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** The next line, without its end. */
  public static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the other side has gone");
      }
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }

  public static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Listens no more, and ends each connection. */
  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    dropAll();
  }
}
