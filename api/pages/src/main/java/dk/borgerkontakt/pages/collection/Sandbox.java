package dk.borgerkontakt.pages.collection;

import dk.borgerkontakt.contract.Contract;

/**
 * Where the sandbox is and who calls it.
 *
 * @param baseUrl the first server of the contract
 * @param tokenPath where tokens are had, below it
 */
record Sandbox(String baseUrl, String tokenPath, String clientId, String clientSecret) {

  static Sandbox of(Contract contract) {
    return new Sandbox(
        contract.at("/servers/0").text("url"),
        contract.at("/components/securitySchemes/dfdg/flows/clientCredentials").text("tokenUrl"),
        "akasse-11",
        "sandbox");
  }
}
