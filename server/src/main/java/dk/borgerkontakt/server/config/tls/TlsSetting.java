package dk.borgerkontakt.server.config.tls;

import dk.borgerkontakt.server.config.source.Setting;

/**
 * The keys of TLS on the public port, which is spoken when a certificate or a key store is given.
 */
public enum TlsSetting implements Setting {
  CERTIFICATE(
      "certificate",
      "PEM file of the service's certificate and its issuers, in this order; not set: no TLS"),
  KEY("key", "PEM file of the certificate's private key, RSA or EC"),
  KEY_PASSWORD("key-password", "passphrase of the private key, if it has one"),
  KEYSTORE("keystore", "PKCS 12 file with certificate, issuers and key, instead of the PEM files"),
  KEYSTORE_PASSWORD("keystore-password", "password of the PKCS 12 file"),
  CLIENT_CERTIFICATES(
      "client-certificates",
      "off",
      "off: none is asked for; optional: one that is shown has to be good; required: no connection"
          + " without one"),
  CLIENT_CA("client-ca", "PEM file of the certificates that issue those of clients"),
  BOUND_TOKENS(
      "bound-tokens",
      "optional",
      "optional: a token that is bound to a certificate counts with that certificate alone;"
          + " required: other tokens don't count");

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts
  private final Definition definition;

  TlsSetting(String name, String description) {
    this(name, "", description);
  }

  TlsSetting(String name, String defaultValue, String description) {
    definition = new Definition("borgerkontakt.tls." + name, defaultValue, description);
  }

  @Override
  public Definition definition() {
    return definition;
  }

  @Override
  public boolean isPrintable() {
    return this != KEY_PASSWORD && this != KEYSTORE_PASSWORD;
  }
}
