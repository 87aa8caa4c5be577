package dk.borgerkontakt.server.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A private key in PEM (RFC 7468): PKCS 8, with a passphrase or without, and the traditional forms
 * of RSA (RFC 8017, A.1.2) and EC (RFC 5915) keys without one.
 */
final class PemKey {

  private static final Pattern BLOCK =
      Pattern.compile("(?s)-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----(.*?)-----END \\1-----");

  private static final byte[] VERSION = Der.element(Der.INTEGER, new byte[1]);

  /** The algorithm rsaEncryption with its parameter NULL, and id-ecPublicKey. */
  private static final byte[] RSA = {
    6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 13, 1, 1, 1, 5, 0
  };

  private static final byte[] EC = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

  /** The tag of an EC key's parameters, [0]. */
  private static final int PARAMETERS = 0xa0;

  private static final String CONVERT =
      "; convert it with openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD -out NEW";

  private PemKey() {}

  /** The first private key of the file's content. */
  static PrivateKey read(byte[] content, @Nullable String password) throws UnusableFileException {
    Matcher block = BLOCK.matcher(new String(content, ISO_8859_1));
    if (!block.find()) {
      throw new UnusableFileException("holds no private key in PEM; give the key's PEM file");
    }
    String label = block.group(1);
    if (block.group(2).contains("DEK-Info")) {
      throw new UnusableFileException(
          "has a passphrase in a form that protects it badly" + CONVERT);
    }
    byte[] der = base64(block.group(2));
    boolean isEncrypted = label.startsWith("ENCRYPTED");
    if (!isEncrypted && password != null) {
      throw new UnusableFileException("has no passphrase, but one is configured; take that out");
    }
    return switch (label) {
      case "PRIVATE KEY" -> key(der);
      case "RSA PRIVATE KEY" -> key(pkcs8(RSA, der));
      case "EC PRIVATE KEY" -> key(pkcs8(ec(der), der));
      case "ENCRYPTED PRIVATE KEY" -> key(decrypted(der, password));
      default -> throw new UnusableFileException("is a key of a form that is not known" + CONVERT);
    };
  }

  private static byte[] base64(String text) throws UnusableFileException {
    try {
      return Base64.getMimeDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw new UnusableFileException("holds a private key that is damaged; copy it anew");
    }
  }

  private static PrivateKey key(byte[] pkcs8) throws UnusableFileException {
    for (String algorithm : List.of("RSA", "EC")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (InvalidKeySpecException e) {
        // Then it is of the other kind.
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new UnusableFileException("holds no RSA or EC key that can be read; give one of these");
  }

  private static byte[] pkcs8(byte[] algorithm, byte[] key) {
    return Der.element(
        Der.SEQUENCE, VERSION, Der.element(Der.SEQUENCE, algorithm), Der.element(Der.OCTETS, key));
  }

  /** The algorithm with the curve that the key names. */
  private static byte[] ec(byte[] key) throws UnusableFileException {
    byte[] parts = Der.first(Der.SEQUENCE, key);
    byte[] curve = parts == null ? null : Der.first(PARAMETERS, parts);
    if (curve == null) {
      throw new UnusableFileException("holds an EC key that names no curve" + CONVERT);
    }
    byte[] algorithm = new byte[EC.length + curve.length];
    System.arraycopy(EC, 0, algorithm, 0, EC.length);
    System.arraycopy(curve, 0, algorithm, EC.length, curve.length);
    return algorithm;
  }

  private static byte[] decrypted(byte[] der, @Nullable String password)
      throws UnusableFileException {
    if (password == null) {
      throw new UnusableFileException("has a passphrase; give it too");
    }
    try {
      EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
      // Before version 19 Java tells the scheme of PBES2 by its parameters alone.
      String scheme =
          info.getAlgName().startsWith("PBES2") || info.getAlgName().startsWith("1.2.")
              ? info.getAlgParameters().toString()
              : info.getAlgName();
      SecretKey secret =
          SecretKeyFactory.getInstance(scheme)
              .generateSecret(new PBEKeySpec(password.toCharArray()));
      Cipher cipher = Cipher.getInstance(scheme);
      cipher.init(Cipher.DECRYPT_MODE, secret, info.getAlgParameters());
      return info.getKeySpec(cipher).getEncoded();
    } catch (NoSuchAlgorithmException | IOException | NullPointerException e) {
      throw new UnusableFileException("is encrypted in a way that is not known" + CONVERT);
    } catch (GeneralSecurityException e) {
      throw new UnusableFileException("can't be opened with its passphrase; check the passphrase");
    }
  }
}
