package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.RawConnection;
import dk.borgerkontakt.server.testing.TestCa;
import dk.borgerkontakt.server.testing.TestIdentity;
import dk.borgerkontakt.server.testing.TestServer;
import dk.borgerkontakt.server.testing.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with many clients at once, good ones and such that mean to hold it up. */
@Tag("slow")
class TlsUnderLoadIT {

  private static final TestCa CA = new TestCa("ca");
  private static final SSLContext TRUSTING = TestIdentity.trusting(CA.certificate());
  private static final String CITIZEN = "0207809002";
  private static final Instant END = Instant.parse("2048-05-01T00:00:00Z");

  /** A record of a handshake that announces 512 bytes, and the first of them (RFC 8446, 5.1). */
  private static final byte[] HALF_A_HELLO = {22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3};

  @TempDir private Path folder;
  private TestServer server;

  @BeforeEach
  void start() {
    CA.server().write(folder, "server");
    server = TestServer.with().tls(folder).start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void noRequestFailsWhileTheFilesChange() throws InterruptedException {
    Wire wire = server.over(TRUSTING);
    List<String> headers =
        List.of(
            "Authorization: Bearer " + wire.token("star"),
            "x-civilregistrationIdentifier: " + CITIZEN);
    AtomicBoolean goesOn = new AtomicBoolean(true);
    Queue<String> outcomes = new ConcurrentLinkedQueue<>();
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int requestsEach = i % 2 == 0 ? 1 : 50;
      clients.add(
          new Thread(
              () -> {
                while (goesOn.get()) {
                  outcomes.add(outcome(wire, headers, requestsEach));
                }
              }));
    }
    clients.forEach(Thread::start);

    for (int i = 0; i < 10; i++) {
      TestIdentity renewed = CA.server(i % 2 == 0 ? "RSA" : "EC", END);
      renewed.write(folder, "server");
      Await.until(
          "certificate " + i,
          () -> renewed.certificate().equals(shown()) ? Optional.of(true) : Optional.empty());
    }
    goesOn.set(false);
    for (Thread client : clients) {
      client.join();
    }

    assertThat(outcomes).hasSizeGreaterThan(50).containsOnly("200");
  }

  /** 200 if every request on a new connection was answered so, else the first that was not. */
  private static String outcome(Wire wire, List<String> headers, int requests) {
    try (RawConnection connection = wire.connect()) {
      for (int i = 0; i < requests; i++) {
        int status = connection.exchange("GET", Caller.PATH, headers, "").status();
        if (status != 200) {
          return Integer.toString(status);
        }
      }
      return "200";
    } catch (RuntimeException e) {
      return e.toString();
    }
  }

  private Certificate shown() {
    try (SSLSocket socket = (SSLSocket) open(TRUSTING.getSocketFactory())) {
      socket.startHandshake();
      return socket.getSession().getPeerCertificates()[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void clientsThatNeverFinishAHandshakeHoldUpNobodyAndAreClosed() throws Exception {
    List<Socket> held = new ArrayList<>();
    long begin = System.nanoTime();
    for (int i = 0; i < 400; i++) {
      Socket socket = open(SocketFactory.getDefault());
      socket.getOutputStream().write(HALF_A_HELLO, 0, i % (HALF_A_HELLO.length + 1));
      held.add(socket);
    }
    Caller star = server.over(TRUSTING).as("star");
    long asked = System.nanoTime();
    assertThat(star.read(CITIZEN).send().status()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(10));

    Thread trickle = new Thread(() -> trickle(held));
    trickle.start();
    for (Socket socket : held) {
      socket.setSoTimeout(60_000);
      assertThat(isClosed(socket)).isTrue();
    }

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
    trickle.join();
    assertThat(star.read(CITIZEN).send().status()).isEqualTo(200);
  }

  /** A byte on each connection every now and then, as long as there is one that takes it. */
  private static void trickle(List<Socket> sockets) {
    boolean isAnyOpen = true;
    while (isAnyOpen) {
      isAnyOpen = false;
      for (Socket socket : sockets) {
        try {
          socket.getOutputStream().write(0);
          isAnyOpen = true;
        } catch (IOException e) {
          // The server has closed it.
        }
      }
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }
  }

  private static boolean isClosed(Socket socket) {
    try (socket) {
      socket.getInputStream().readAllBytes(); // an alert, perhaps
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void thousandsOfConnectionsThatComeAndGoLeaveNothingBehind() throws IOException {
    Caller star = server.over(TRUSTING).as("star");
    assertThat(star.read(CITIZEN).send().status()).isEqualTo(200);
    long before = openFiles();

    for (int i = 0; i < 3000; i++) {
      try (Socket socket = open(SocketFactory.getDefault())) {
        socket.getOutputStream().write(HALF_A_HELLO, 0, i % (HALF_A_HELLO.length + 1));
      }
    }
    for (int i = 0; i < 300; i++) {
      try (SSLSocket socket = (SSLSocket) open(TRUSTING.getSocketFactory())) {
        socket.startHandshake();
      }
    }

    Await.until(
        "the closing of all connections",
        () -> openFiles() <= before + 5 ? Optional.of(true) : Optional.empty());
    assertThat(star.read(CITIZEN).send().status()).isEqualTo(200);
  }

  private static long openFiles() {
    return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getOpenFileDescriptorCount();
  }

  private Socket open(SocketFactory factory) throws IOException {
    return factory.createSocket(server.baseUri().getHost(), server.baseUri().getPort());
  }
}
