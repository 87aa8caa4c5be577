package dk.borgerkontakt.server.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;

/** P-256 keys as JWK (RFC 7517) for ES256. */
final class SigningKeys {

  private SigningKeys() {}

  static byte[] newKey() {
    try {
      String json = new ECKeyGenerator(Curve.P_256).generate().toJSONString();
      return json.getBytes(StandardCharsets.UTF_8);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key, if it is one whose two halves belong together. */
  static Optional<ECKey> parse(String json) {
    try {
      ECKey key = ECKey.parse(json);
      if (!key.isPrivate() || !signsWhatItVerifies(key)) {
        return Optional.empty();
      }
      return Optional.of(
          new ECKey.Builder(key)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.ES256)
              .keyIDFromThumbprint()
              .build());
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean signsWhatItVerifies(ECKey key) throws JOSEException {
    JWSObject probe = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload("probe"));
    probe.sign(new ECDSASigner(key));
    return probe.verify(new ECDSAVerifier(key.toPublicJWK()));
  }
}
