package dk.borgerkontakt.server.identity.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;

/** Where an issuer publishes its keys. */
@FunctionalInterface
public interface KeyPublication {

  /**
   * The usable keys that are published now.
   *
   * @throws IOException when they can't be had; its text is fit for a log
   */
  JWKSet fetch() throws IOException;
}
