package dk.borgerkontakt.server.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

  private final KeyedHash hash = withKey(1);

  @Test
  void isTheSameForTheSamePartsAndKey() {
    assertThat(hash.hash("kode", "1", "2"))
        .hasSize(32)
        .isEqualTo(withKey(1).hash("kode", "1", "2"));
    assertThat(withKey(2).hash("kode", "1", "2")).isNotEqualTo(hash.hash("kode", "1", "2"));
  }

  @Test
  void differsWhereverTheTextsDoNotMeanTheSame() {
    Set<String> hashes = new HashSet<>();
    List<byte[]> made =
        List.of(
            hash.hash("kode", "ab", "c"),
            hash.hash("kode", "a", "bc"),
            hash.hash("kode", "abc"),
            hash.hash("kode", "abc", ""),
            hash.hash("kode", "", "abc"),
            hash.hash("kode"),
            hash.hash("kode", ""),
            hash.hash("kodea", "bc"),
            hash.hash("adresse", "abc"),
            hash.hash("kode", "?"),
            hash.hash("kode", "\uD800"),
            hash.hash("kode", "\uFFFD"));

    made.forEach(bytes -> hashes.add(HexFormat.of().formatHex(bytes)));
    assertThat(hashes).hasSameSizeAs(made);
  }

  /** Stored hashes have to keep their worth: a change of the encoding would make them void. */
  @Test
  void keepsItsEncoding() {
    assertThat(HexFormat.of().formatHex(hash.hash("kode", "0107809001", "123456")))
        .isEqualTo("2d9eac8c8b9b8254c8ea739f0467f03c4c1bc396f527fc1b7009cfaef0eea124");
  }

  private static KeyedHash withKey(int first) {
    byte[] key = new byte[32];
    key[0] = (byte) first;
    return new KeyedHash(new SecretKeySpec(key, KeyedHash.ALGORITHM));
  }
}
