package dk.borgerkontakt.server.identity.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which published keys signatures are checked with. */
class UsableKeysTest {

  private static final ECKey GOOD = ec(Curve.P_256, "good");

  @Test
  void leavesOutKeysThatAreWeakOrForSomethingElse() throws Exception {
    RSAKey weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();
    RSAKey strong = new RSAKeyGenerator(2048).keyID("strong").generate();
    List<JWK> published =
        List.of(
            GOOD,
            weak,
            strong,
            ec(Curve.P_384, "another curve"),
            new ECKey.Builder(GOOD).keyID("for encryption").keyUse(KeyUse.ENCRYPTION).build(),
            new ECKey.Builder(GOOD)
                .keyID("for signing alone")
                .keyOperations(Set.of(KeyOperation.SIGN))
                .build(),
            new OctetSequenceKeyGenerator(256).keyID("a secret").generate());

    assertThat(usable(published).getKeys())
        .extracting(JWK::getKeyID)
        .containsExactly("good", "strong");
  }

  @Test
  void keepsNoPrivateHalf() throws Exception {
    assertThat(usable(List.of(GOOD)).getKeys()).singleElement().matches(key -> !key.isPrivate());
  }

  @Test
  void keepsTwoKeysOfOneNameApart() throws Exception {
    JWK twin = ec(Curve.P_256, "good");

    assertThat(usable(List.of(GOOD, twin)).getKeys())
        .containsExactly(GOOD.toPublicJWK(), twin.toPublicJWK());
  }

  @Test
  void refusesASetThatATokenWithoutAKeysNameWouldBeTriedWithForLong() {
    assertThatThrownBy(() -> usable(Collections.nCopies(51, GOOD)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than 50");
  }

  @Test
  void leavesOutKeysOfKindsThatItDoesNotKnow() throws Exception {
    String json = "{\"keys\":[{\"kty\":\"NEW\",\"x\":1}," + GOOD.toPublicJWK() + "]}";

    assertThat(UsableKeys.of(json.getBytes(UTF_8)).getKeys()).containsExactly(GOOD.toPublicJWK());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "<html>", "{\"keys\":{}}", "{\"keys\":[1]}"})
  void refusesWhatIsNoSetOfKeysAndQuotesNothingOfIt(String json) {
    assertThatThrownBy(() -> UsableKeys.of(json.getBytes(UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessage("the issuer's answer is no set of keys")
        .hasNoCause();
  }

  private static JWKSet usable(List<JWK> published) throws IOException {
    return UsableKeys.of(new JWKSet(published).toString(false).getBytes(UTF_8));
  }

  private static ECKey ec(Curve curve, String keyId) {
    try {
      return new ECKeyGenerator(curve).keyID(keyId).generate();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
