package dk.borgerkontakt.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.connection.socket.SocketConnection;

/**
 * An SMS centre that speaks SMPP 3.4 on a port of its own, takes what it is sent, and says what it
 * was told to say. It can be stopped and started again at the same port.
 */
public final class TestSmsCentre implements AutoCloseable {

  public static final String SYSTEM_ID = "borger";
  public static final String PASSWORD = "hemmelig";

  private static final int PATIENCE_MILLIS = 20_000;
  private static final int THREADS = 12;
  private static final int QUEUE = 1000;

  private final ServerSocketFactory sockets;
  private final TakenMessages taken = new TakenMessages();
  private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
  private final Queue<Integer> bindAnswers = new ConcurrentLinkedQueue<>();
  private final AtomicInteger binds = new AtomicInteger();
  private volatile ServerSocket socket;
  private final int port;

  private TestSmsCentre(ServerSocketFactory sockets) {
    this.sockets = sockets;
    this.socket = listen(0);
    this.port = socket.getLocalPort();
    acceptInBackground(socket);
  }

  public static TestSmsCentre start() {
    return start(ServerSocketFactory.getDefault());
  }

  /** With sockets of one's own, as those of TLS. */
  public static TestSmsCentre start(ServerSocketFactory sockets) {
    return new TestSmsCentre(sockets);
  }

  public int port() {
    return port;
  }

  /** What has arrived, and how the next ones are answered. */
  public TakenMessages taken() {
    return taken;
  }

  /** The status that the next bind is answered with, whatever its password. */
  public void answerNextBind(int status) {
    bindAnswers.add(status);
  }

  /** How many binds there have been, refused ones too. */
  public int binds() {
    return binds.get();
  }

  /** How many sessions are bound at present. */
  public int bound() {
    return (int) sessions.stream().filter(session -> session.getSessionState().isBound()).count();
  }

  /** Sends a receipt with the text of SMPP 3.4, appendix B; returns the status of its answer. */
  public int receipt(String id, String state, String error) {
    return deliver(
        MessageType.SMSC_DEL_RECEIPT,
        "id:%s sub:001 dlvrd:001 submit date:2611251200 done date:2611251201 stat:%s err:%s text:Din kode er"
            .formatted(id, state, error));
  }

  /** Sends a deliver_sm of this kind; returns the status of its answer. */
  public int deliver(MessageType type, String text, OptionalParameter... parameters) {
    try {
      boundSession()
          .deliverShortMessage(
              "",
              TypeOfNumber.INTERNATIONAL,
              NumberingPlanIndicator.ISDN,
              "4570123456",
              TypeOfNumber.ALPHANUMERIC,
              NumberingPlanIndicator.UNKNOWN,
              "Borger",
              new ESMClass().setMessageType(type),
              (byte) 0,
              (byte) 0,
              new RegisteredDelivery(),
              GeneralDataCoding.DEFAULT,
              text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
              parameters);
      return SMPPConstant.STAT_ESME_ROK;
    } catch (NegativeResponseException e) {
      return e.getCommandStatus();
    } catch (PDUException | ResponseTimeoutException | InvalidResponseException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Unbinds all sessions, in order. */
  public void unbind() {
    sessions.forEach(SMPPServerSession::unbindAndClose);
  }

  /** Drops all sessions and listens no more. */
  public void stop() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    dropSessions();
  }

  /** Drops all sessions without a word. */
  public void dropSessions() {
    sessions.forEach(SMPPServerSession::close);
    sessions.clear();
  }

  /** Listens at the same port again. */
  public void startAgain() {
    socket = listen(port);
    acceptInBackground(socket);
  }

  @Override
  public void close() {
    taken.hang(false);
    stop();
  }

  private SMPPServerSession boundSession() {
    return sessions.stream()
        .filter(session -> session.getSessionState().isBound())
        .findFirst()
        .orElseThrow();
  }

  private ServerSocket listen(int atPort) {
    try {
      ServerSocket listening = sockets.createServerSocket();
      listening.setReuseAddress(true);
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), atPort));
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void acceptInBackground(ServerSocket listening) {
    inBackground(
        () -> {
          while (true) {
            SMPPServerSession session = session(new SocketConnection(listening.accept()));
            inBackground(() -> bind(session));
          }
        });
  }

  private SMPPServerSession session(SocketConnection connection) {
    SMPPServerSession session =
        new SMPPServerSession(connection, (now, before, source) -> {}, taken, null, THREADS, QUEUE);
    session.setTransactionTimer(PATIENCE_MILLIS);
    taken.dropBy(this::dropSessions);
    return session;
  }

  private void bind(SMPPServerSession session) throws IOException, TimeoutException, PDUException {
    BindRequest request = session.waitForBind(PATIENCE_MILLIS);
    Integer status = bindAnswers.poll();
    boolean isKnown =
        request.getSystemId().equals(SYSTEM_ID) && request.getPassword().equals(PASSWORD);
    sessions.add(session);
    if (status == null && isKnown) {
      request.accept("centre", request.getInterfaceVersion());
    } else {
      request.reject(status == null ? SMPPConstant.STAT_ESME_RINVPASWD : status);
    }
    binds.incrementAndGet();
  }

  private interface Task {
    void run() throws Exception;
  }

  private static void inBackground(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (Exception e) {
                // The centre was stopped, or the other side is gone.
              }
            },
            "sms-centre");
    thread.setDaemon(true);
    thread.start();
  }
}
