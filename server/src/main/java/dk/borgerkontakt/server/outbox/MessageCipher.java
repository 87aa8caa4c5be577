package dk.borgerkontakt.server.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A message as it lies in the database: nonce (12 bytes), AES-256-GCM ciphertext of its JSON, tag
 * (16 bytes). The message's id is authenticated with it, so that rows can't be swapped.
 */
final class MessageCipher {

  private static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random;

  MessageCipher(SecretKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  byte[] encrypt(Message message) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, message.id()).doFinal(MessageJson.write(message));
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Throws if the bytes are not what {@link #encrypt} made under this key for this id. */
  Message decrypt(UUID id, byte[] content) throws GeneralSecurityException, IOException {
    if (content.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      throw new GeneralSecurityException("too short");
    }
    ByteBuffer rest = ByteBuffer.wrap(content);
    byte[] nonce = new byte[NONCE_BYTES];
    rest.get(nonce);
    byte[] sealed = new byte[rest.remaining()];
    rest.get(sealed);
    return MessageJson.read(cipher(Cipher.DECRYPT_MODE, nonce, id).doFinal(sealed));
  }

  private Cipher cipher(int mode, byte[] nonce, UUID id) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .flip());
    return cipher;
  }
}
