package dk.borgerkontakt.server.gateway.mail;

import dk.borgerkontakt.server.gateway.TestCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A relay on a plain socket that says at each step what it was told to: for what no real one does.
 */
final class ScriptedRelay implements AutoCloseable {

  /** A point at which the relay has something to say. */
  enum Step {
    GREETING,
    EHLO,
    STARTTLS,
    AUTH,
    MAIL,
    RCPT,
    DATA,
    /** After the first line of the message; nothing is said here in good order. */
    BODY,
    DOT
  }

  /** In place of a reply: nothing, and the line stays open. */
  static final String HANG = "hang";

  /** In place of a reply: the end of the line. */
  static final String DROP = "drop";

  /** In place of a reply: a digit now and then, each well within the timeout, and no end. */
  static final String TRICKLE = "trickle";

  private static final Duration BETWEEN_BYTES = Duration.ofMillis(20);

  final List<String> lines = new CopyOnWriteArrayList<>();
  final AtomicInteger connections = new AtomicInteger();
  final AtomicInteger messages = new AtomicInteger();

  private final Map<Step, String> script = new EnumMap<>(Step.class);
  private final @Nullable TestCertificate certificate;
  private final ServerSocket listener;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  ScriptedRelay(Map<Step, String> faults) {
    this(faults, null);
  }

  ScriptedRelay(Map<Step, String> faults, @Nullable TestCertificate certificate) {
    this.certificate = certificate;
    script.put(Step.GREETING, "220 relay.example");
    script.put(Step.EHLO, "250-relay.example\r\n250 ENHANCEDSTATUSCODES");
    script.put(Step.STARTTLS, "220 2.0.0 go ahead");
    script.put(Step.AUTH, "235 2.7.0 welcome");
    script.put(Step.MAIL, "250 2.1.0 ok");
    script.put(Step.RCPT, "250 2.1.5 ok");
    script.put(Step.DATA, "354 go ahead");
    script.put(Step.DOT, "250 2.0.0 taken");
    script.putAll(faults);
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::listen);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** From now on something else is said at this step, on open connections too. */
  synchronized void change(Step step, String said) {
    script.put(step, said);
  }

  /** Ends each connection, as a relay does that is started anew. */
  void dropAll() {
    for (Socket socket : sockets) {
      close(socket);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "scripted-relay");
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        sockets.add(socket);
        connections.incrementAndGet();
        daemon(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      converse(socket);
    } catch (IOException theOtherSideEndedIt) {
      // As it should where the script asks for it.
    }
  }

  private void converse(Socket first) throws IOException {
    Socket socket = first;
    boolean goesOn = say(socket, Step.GREETING);
    while (goesOn) {
      String line = line(socket.getInputStream());
      lines.add(line);
      String command = line.split("[ :]", 2)[0];
      goesOn =
          switch (command) {
            case "EHLO", "HELO" -> say(socket, Step.EHLO);
            case "STARTTLS" -> say(socket, Step.STARTTLS);
            case "AUTH" -> say(socket, Step.AUTH);
            case "MAIL" -> say(socket, Step.MAIL);
            case "RCPT" -> say(socket, Step.RCPT);
            case "DATA" -> say(socket, Step.DATA) && (isRefused(Step.DATA) || body(socket));
            case "QUIT" -> false;
            default -> write(socket, "250 ok\r\n");
          };
      if (command.equals("STARTTLS") && goesOn && certificate != null) {
        socket = secured(socket);
      }
    }
  }

  private synchronized boolean isRefused(Step step) {
    return !script.get(step).startsWith("3");
  }

  private boolean body(Socket socket) throws IOException {
    String line = line(socket.getInputStream());
    boolean goesOn = script.get(Step.BODY) == null || say(socket, Step.BODY);
    while (goesOn && !line.equals(".")) {
      line = line(socket.getInputStream());
    }
    if (goesOn) {
      messages.incrementAndGet();
    }
    return goesOn && say(socket, Step.DOT);
  }

  private SSLSocket secured(Socket socket) throws IOException {
    SSLSocket secured =
        (SSLSocket)
            certificate
                .serverContext()
                .getSocketFactory()
                .createSocket(socket, null, socket.getPort(), true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    return secured;
  }

  /** Whether the conversation goes on. */
  private boolean say(Socket socket, Step step) throws IOException {
    String said;
    synchronized (this) {
      said = script.get(step);
    }
    return switch (said) {
      case HANG -> {
        while (socket.getInputStream().read() >= 0) {
          // Whatever it says.
        }
        yield false;
      }
      case DROP -> false;
      case TRICKLE -> {
        while (write(socket, "2")) {
          LockSupport.parkNanos(BETWEEN_BYTES.toNanos());
        }
        yield false;
      }
      default -> write(socket, said + "\r\n");
    };
  }

  private static boolean write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return true;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the client has gone");
      }
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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
