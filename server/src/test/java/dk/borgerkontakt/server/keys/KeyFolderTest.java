package dk.borgerkontakt.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dk.borgerkontakt.server.config.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFolderTest {

  @TempDir Path temp;

  @Test
  void makesAKeyOnceAndKeepsIt() {
    SecretKey first = folder().secret("codes", "HmacSHA256");

    assertThat(first.getEncoded()).hasSize(32);
    assertThat(first.getAlgorithm()).isEqualTo("HmacSHA256");
    assertThat(folder().secret("codes", "HmacSHA256")).isEqualTo(first);
    assertThat(folder().secret("outbox", "HmacSHA256")).isNotEqualTo(first);
  }

  @Test
  void makesASigningKeyOnceAndKeepsIt() throws Exception {
    ECKey first = folder().signingKey("sandbox");

    assertThat(first.isPrivate()).isTrue();
    assertThat(first.getCurve()).isEqualTo(Curve.P_256);
    assertThat(first.getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
    assertThat(first.getKeyID()).isEqualTo(first.computeThumbprint().toString());
    assertThat(folder().signingKey("sandbox")).isEqualTo(first);
  }

  @Test
  void givesEveryThingToItsOwnerAlone() throws IOException {
    folder().secret("codes", "HmacSHA256");
    folder().signingKey("sandbox");

    assertThat(permissions(keys())).isEqualTo("rwx------");
    assertThat(permissions(keys().resolve("codes.key"))).isEqualTo("rw-------");
    assertThat(permissions(keys().resolve("sandbox.jwk"))).isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(keys())) {
      assertThat(files).as("nothing is left over").hasSize(2);
    }
  }

  @Test
  void takesAMountedKeyThatTheGroupMayRead() throws IOException {
    write("codes.key", randomBytes(32), "r--r-----");

    assertThat(folder().secret("codes", "AES").getEncoded()).isEqualTo(randomBytes(32));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-rw----", "rw-----w-"})
  void refusesAKeyThatIsOpenToOthers(String permissions) throws IOException {
    write("codes.key", randomBytes(32), permissions);

    assertThatThrownBy(() -> folder().secret("codes", "AES"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("codes.key")
        .hasMessageContaining("chmod 600");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 33, 5000})
  void refusesASecretOfTheWrongLengthAndLeavesItAsItIs(int length) throws IOException {
    byte[] content = randomBytes(length);
    Path file = write("codes.key", content, "rw-------");

    assertThatThrownBy(() -> folder().secret("codes", "AES"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(file.toString());
    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void refusesASecretThatACrashLeftAsZeros() throws IOException {
    write("codes.key", new byte[32], "rw-------");

    assertThatThrownBy(() -> folder().secret("codes", "AES"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("codes.key");
  }

  @Test
  void refusesWhatIsNoSigningKeyAndQuotesNothingOfIt() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).generate();
    ECKey other = new ECKeyGenerator(Curve.P_256).generate();
    List<String> broken =
        List.of(
            "",
            key.toJSONString().substring(0, 100),
            key.toPublicJWK().toJSONString(),
            key.toJSONString().replace(key.getD().toString(), other.getD().toString()),
            new ECKeyGenerator(Curve.P_384).generate().toJSONString(),
            new RSAKeyGenerator(2048).generate().toJSONString());

    for (String content : broken) {
      write("sandbox.jwk", content.getBytes(StandardCharsets.UTF_8), "rw-------");
      assertThatThrownBy(() -> folder().signingKey("sandbox"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("sandbox.jwk")
          .hasMessageNotContaining(key.getD().toString())
          .hasNoCause();
    }
  }

  @Test
  void saysWhatToMendWhenTheFolderCanNotBeMade() throws IOException {
    Files.createFile(keys());

    assertThatThrownBy(() -> folder().secret("codes", "AES"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("borgerkontakt.keys.dir")
        .hasMessageContaining(keys().toString());
  }

  @Test
  void endsWithOneKeyWhenManyMakeItAtOnce() throws Exception {
    int threads = 16;
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<SecretKey>> calls =
          IntStream.range(0, threads)
              .<Callable<SecretKey>>mapToObj(
                  i ->
                      () -> {
                        start.await();
                        return folder().secret("codes", "AES");
                      })
              .toList();
      List<SecretKey> made = new ArrayList<>();
      for (Future<SecretKey> call : pool.invokeAll(calls)) {
        made.add(call.get());
      }

      assertThat(made).containsOnly(folder().secret("codes", "AES"));
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void endsWithOneKeyWhenTwoProcessesMakeItAtOnce() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  PrintKey.class.getName(),
                  keys().toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }

    String expected = null;
    for (Process process : processes) {
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isZero();
      expected = expected == null ? printed : expected;
      assertThat(printed).hasSize(64).isEqualTo(expected);
    }
  }

  /** What the processes of the test above run. */
  static final class PrintKey {

    public static void main(String[] args) {
      byte[] key = new KeyFolder(Path.of(args[0])).secret("codes", "AES").getEncoded();
      System.out.print(HexFormat.of().formatHex(key));
    }
  }

  private Path keys() {
    return temp.resolve("keys");
  }

  private KeyFolder folder() {
    return new KeyFolder(keys());
  }

  private Path write(String name, byte[] content, String permissions) throws IOException {
    Files.createDirectories(keys());
    Path file = keys().resolve(name);
    Files.write(file, content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static byte[] randomBytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 7 + 1);
    }
    return bytes;
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
