package dk.borgerkontakt.server.gateway.mail;

import dk.borgerkontakt.server.gateway.TestCertificate;
import dk.borgerkontakt.server.testing.SocketServer;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
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

  /** In place of a reply: lines of one, as fast as they go, and no last one. */
  static final String FLOOD = "flood";

  private static final String LINES = "250-flood\r\n".repeat(1000);

  private static final Duration BETWEEN_BYTES = Duration.ofMillis(20);

  final List<String> lines = new CopyOnWriteArrayList<>();
  final AtomicInteger connections = new AtomicInteger();
  final AtomicInteger messages = new AtomicInteger();
  final AtomicLong flooded = new AtomicLong();

  private final Map<Step, String> script = new EnumMap<>(Step.class);
  private final @Nullable TestCertificate certificate;
  private final SocketServer server;

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
    server = new SocketServer(this::converse);
  }

  int port() {
    return server.port();
  }

  /** From now on something else is said at this step, on open connections too. */
  synchronized void change(Step step, String said) {
    script.put(step, said);
  }

  /** Ends each connection, as a relay does that is started anew. */
  void dropAll() {
    server.dropAll();
  }

  private void converse(Socket first) throws IOException {
    connections.incrementAndGet();
    Socket socket = first;
    boolean goesOn = say(socket, Step.GREETING);
    while (goesOn) {
      String line = SocketServer.line(socket.getInputStream());
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
        socket = certificate.secured(socket);
      }
    }
  }

  private synchronized boolean isRefused(Step step) {
    return !script.get(step).startsWith("3");
  }

  private boolean body(Socket socket) throws IOException {
    String line = SocketServer.line(socket.getInputStream());
    boolean goesOn = script.get(Step.BODY) == null || say(socket, Step.BODY);
    while (goesOn && !line.equals(".")) {
      line = SocketServer.line(socket.getInputStream());
    }
    if (goesOn) {
      messages.incrementAndGet();
    }
    return goesOn && say(socket, Step.DOT);
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
      case FLOOD -> {
        while (write(socket, LINES)) {
          flooded.addAndGet(LINES.length());
        }
        yield false;
      }
      default -> write(socket, said + "\r\n");
    };
  }

  private static boolean write(Socket socket, String text) throws IOException {
    SocketServer.write(socket.getOutputStream(), text);
    return true;
  }

  @Override
  public void close() {
    server.close();
  }
}
