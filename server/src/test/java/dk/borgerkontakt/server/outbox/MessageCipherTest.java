package dk.borgerkontakt.server.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class MessageCipherTest {

  private static final Message SMS =
      new Message(
          UUID.randomUUID(), Kanal.SMS, "+4520120002", null, "Din kode er 123456", Instant.EPOCH);
  private static final Message MAIL =
      new Message(
          UUID.randomUUID(),
          Kanal.MAIL,
          "borger@example.dk",
          "Bekræft",
          "Koden er 654321\n",
          Instant.parse("2026-03-01T12:00:00.123456Z"));

  private final MessageCipher cipher = withKey(1);

  @Test
  void givesBackWhatItTook() throws Exception {
    assertThat(cipher.decrypt(SMS.id(), cipher.encrypt(SMS))).isEqualTo(SMS);
    assertThat(cipher.decrypt(MAIL.id(), cipher.encrypt(MAIL))).isEqualTo(MAIL);
  }

  @Test
  void hidesTheMessage() {
    String stored = new String(cipher.encrypt(SMS), StandardCharsets.ISO_8859_1);

    assertThat(stored).doesNotContain("4520120002").doesNotContain("123456").doesNotContain("SMS");
  }

  @Test
  void noticesEveryChangeOfABit() {
    byte[] content = cipher.encrypt(SMS);

    for (int bit = 0; bit < content.length * 8; bit++) {
      byte[] changed = content.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertRefused(SMS.id(), changed);
    }
  }

  @Test
  void noticesEveryTruncationAndAddition() {
    byte[] content = cipher.encrypt(SMS);

    for (int length = 0; length < content.length; length++) {
      assertRefused(SMS.id(), Arrays.copyOf(content, length));
    }
    assertRefused(SMS.id(), Arrays.copyOf(content, content.length + 1));
  }

  @Test
  void noticesAMessageInThePlaceOfAnother() {
    assertRefused(MAIL.id(), cipher.encrypt(SMS));
  }

  @Test
  void opensNothingWithAnotherKey() {
    byte[] content = withKey(2).encrypt(SMS);

    assertRefused(SMS.id(), content);
  }

  @Test
  void usesNoNonceTwice() {
    Set<String> nonces = new HashSet<>();

    for (int i = 0; i < 1000; i++) {
      nonces.add(HexFormat.of().formatHex(cipher.encrypt(SMS), 0, 12));
    }
    assertThat(nonces).hasSize(1000);
  }

  @Test
  void neverPrintsAMessage() {
    assertThat(MAIL.toString())
        .contains(MAIL.id().toString())
        .doesNotContain("example")
        .doesNotContain("654321");
  }

  private void assertRefused(UUID id, byte[] content) {
    assertThatThrownBy(() -> cipher.decrypt(id, content))
        .isInstanceOf(GeneralSecurityException.class);
  }

  private static MessageCipher withKey(int first) {
    byte[] key = new byte[32];
    key[0] = (byte) first;
    return new MessageCipher(new SecretKeySpec(key, Outbox.ALGORITHM), new SecureRandom());
  }
}
