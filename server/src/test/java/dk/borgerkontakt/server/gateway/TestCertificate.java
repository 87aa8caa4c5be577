package dk.borgerkontakt.server.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A gateway's certificate, signed by itself, with its key: made in a folder by Java's keytool. */
public final class TestCertificate {

  public static final String PASSWORD = "changeit";

  private final Path keyStore;
  private final Path pem;

  private final SSLContext serverContext;

  private TestCertificate(Path keyStore, Path pem) {
    this.keyStore = keyStore;
    this.pem = pem;
    this.serverContext = context(keyStore);
  }

  /**
   * A new one.
   *
   * @param names what it is for, as {@code dns:localhost} or {@code ip:127.0.0.1}
   */
  public static TestCertificate of(Path folder, String... names) {
    String file = "gateway-" + Integer.toHexString(Arrays.hashCode(names)) + "-";
    try {
      Path keyStore = Files.createTempFile(folder, file, ".p12");
      Files.delete(keyStore);
      Path pem = Files.createTempFile(folder, file, ".pem");
      keytool(
          keyStore,
          List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1"),
          List.of("-dname", "CN=gateway", "-ext", "san=" + String.join(",", names)));
      keytool(keyStore, List.of("-exportcert", "-rfc"), List.of("-file", pem.toString()));
      return new TestCertificate(keyStore, pem);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void keytool(Path keyStore, List<String> command, List<String> options) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("-keystore", keyStore.toString(), "-storetype", "PKCS12"));
    arguments.addAll(List.of("-storepass", PASSWORD, "-alias", "gateway"));
    arguments.addAll(options);
    run(arguments);
  }

  private static void run(List<String> arguments) {
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
      command.addAll(arguments);
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IllegalStateException(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate alone: what a client trusts. */
  public Path pem() {
    return pem;
  }

  /** Certificate and key, PKCS 12. */
  public Path keyStore() {
    return keyStore;
  }

  /** What a server with this certificate makes its connections with. */
  public SSLContext serverContext() {
    return serverContext;
  }

  /** TLS on a connection that a client has opened, which ends with it. */
  public SSLSocket secured(Socket socket) throws IOException {
    SSLSocket secured =
        (SSLSocket)
            serverContext
                .getSocketFactory()
                .createSocket(socket, null, socket.getPort(), /* autoClose= */ true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    return secured;
  }

  private static SSLContext context(Path keyStore) {
    try (InputStream in = Files.newInputStream(keyStore)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
