package dk.borgerkontakt.server.config.identity;

import dk.borgerkontakt.server.config.source.Setting;

/** The keys of the token issuer and of what its tokens say. */
public enum IdentitySetting implements Setting {
  MODE(
      "mode",
      "sandbox",
      "sandbox: the service issues its own test tokens; oidc: an issuer of yours does"),
  ISSUER("issuer", "", "the tokens' iss, word for word (mode oidc)"),
  AUDIENCE("audience", "", "the tokens' aud (mode oidc)"),
  JWKS_URI(
      "jwks-uri",
      "",
      "where the issuer publishes its public keys; not set: where its metadata says (mode oidc)"),
  CA_FILE(
      "ca-file",
      "",
      "PEM file of the certificates that the issuer's is trusted by; not set: Java's own"),
  CLAIM_ORG_TYPE("claim-org-type", "org_type", "claim with the organisation's type"),
  CLAIM_ORG_CODE("claim-org-code", "org_code", "claim with the organisation's code"),
  CLAIM_CLIENT_ID("claim-client-id", "client_id", "claim with the client's id"),
  CLAIM_SCOPE(
      "claim-scope", "scope", "claim with the scopes, words of one text or an array of texts"),
  ORG_TYPES(
      "org-types",
      "",
      "the issuer's words for organisation types, such as akasse=2,jobcenter=8; not set: the"
          + " numbers"),
  CLIENTS_FILE(
      "clients-file",
      "",
      "CSV file of client_id,org_type,org_code; not set: each token says its organisation");

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts
  private final Definition definition;

  IdentitySetting(String name, String defaultValue, String description) {
    definition = new Definition("borgerkontakt.identity." + name, defaultValue, description);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
