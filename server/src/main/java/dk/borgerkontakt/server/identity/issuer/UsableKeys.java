package dk.borgerkontakt.server.identity.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.text.ParseException;
import java.util.List;

/**
 * The keys of a published set that signatures may be checked with: RSA of 2048 to 8192 bits (RFC
 * 7518, 3.3) and P-256, for signatures. Shorter ones can be broken, longer ones cost too much.
 */
final class UsableKeys {

  private static final int FEWEST_BITS = 2048;
  private static final int MOST_BITS = 8192;

  /** A token that names no key is tried with all of them. */
  private static final int MOST_KEYS = 50;

  private UsableKeys() {}

  /** The public halves of those keys, in their order; the others of the set are left out. */
  static JWKSet of(byte[] json) throws IOException {
    List<JWK> keys =
        parse(json).getKeys().stream().filter(UsableKeys::isUsable).map(JWK::toPublicJWK).toList();
    if (keys.size() > MOST_KEYS) {
      throw new IOException("the issuer publishes more than " + MOST_KEYS + " keys");
    }
    return new JWKSet(keys);
  }

  private static JWKSet parse(byte[] json) throws IOException {
    try {
      return JWKSet.parse(new String(json, UTF_8));
    } catch (ParseException | RuntimeException e) {
      // Its text may quote the answer, which is anybody's when the address is wrong.
      throw new IOException("the issuer's answer is no set of keys");
    }
  }

  private static boolean isUsable(JWK key) {
    boolean isForSignatures =
        (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
            && (key.getKeyOperations() == null
                || key.getKeyOperations().contains(KeyOperation.VERIFY));
    return isForSignatures && isStrong(key);
  }

  private static boolean isStrong(JWK key) {
    if (key instanceof RSAKey rsa) {
      return rsa.size() >= FEWEST_BITS && rsa.size() <= MOST_BITS;
    }
    return key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve());
  }
}
