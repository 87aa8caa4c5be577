package dk.borgerkontakt.server.keys;

import com.nimbusds.jose.jwk.ECKey;
import dk.borgerkontakt.server.config.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The service's own keys, one file each, made when first asked for and the same from then on. Of
 * several processes that make a key at once one does it, and all use that one. A file that can't be
 * a key, or that others may read, is a {@link ConfigurationException}: it is never replaced, since
 * what was made with the right one would be lost.
 */
public final class KeyFolder {

  private static final int SECRET_BYTES = 32;
  private static final int MAX_BYTES = 4096;

  /** A group may read: that is how keys are mounted into containers. */
  private static final Set<PosixFilePermission> REFUSED =
      EnumSet.of(
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Path dir;
  private final SecureRandom random = new SecureRandom();

  public KeyFolder(Path dir) {
    this.dir = dir.toAbsolutePath();
  }

  /** The 256-bit secret in the file {@code <name>.key} (32 bytes), for this algorithm. */
  public SecretKey secret(String name, String algorithm) {
    String file = name + ".key";
    byte[] secret = content(file, this::newSecret);
    if (secret.length != SECRET_BYTES || isOneByteRepeated(secret)) {
      throw broken(file, "does not hold 32 random bytes");
    }
    return new SecretKeySpec(secret, algorithm);
  }

  /** The hash under the secret {@code hmac}, of whatever is compared but never read back. */
  public KeyedHash keyedHash() {
    return new KeyedHash(secret("hmac", KeyedHash.ALGORITHM));
  }

  /** The private P-256 key in the file {@code <name>.jwk}; its id is its thumbprint (RFC 7638). */
  public ECKey signingKey(String name) {
    String file = name + ".jwk";
    byte[] json = content(file, SigningKeys::newKey);
    return SigningKeys.parse(new String(json, StandardCharsets.UTF_8))
        .orElseThrow(() -> broken(file, "does not hold a private P-256 key as JWK"));
  }

  private byte[] content(String file, Supplier<byte[]> newKey) {
    try {
      PrivateFolder folder = new PrivateFolder(dir);
      Path path = folder.path(file);
      if (!Files.exists(path)) {
        folder.putIfAbsent(file, newKey.get());
      }
      if (isOpenToOthers(path)) {
        throw new ConfigurationException(
            List.of(path + ": others may read or change this key; take their rights (chmod 600)"));
      }
      if (Files.size(path) > MAX_BYTES) {
        throw broken(file, "is too long");
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new ConfigurationException(
          List.of(
              "borgerkontakt.keys.dir: keys can't be kept in %s (%s); name a folder to write in"
                  .formatted(dir, e)));
    }
  }

  private static boolean isOpenToOthers(Path path) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    return view != null && !Collections.disjoint(view.readAttributes().permissions(), REFUSED);
  }

  private ConfigurationException broken(String file, String fault) {
    return new ConfigurationException(
        List.of(
            "%s %s; put the right file back, or delete it if nothing made with it is needed"
                .formatted(dir.resolve(file), fault)));
  }

  private byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return secret;
  }

  /** What a file system may leave of a file after a crash: zeros. */
  private static boolean isOneByteRepeated(byte[] bytes) {
    for (byte each : bytes) {
      if (each != bytes[0]) {
        return false;
      }
    }
    return true;
  }
}
