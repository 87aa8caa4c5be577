package dk.borgerkontakt.conformance.bench;

import dk.borgerkontakt.conformance.check.ContractCheck;
import dk.borgerkontakt.conformance.check.Observations;
import dk.borgerkontakt.conformance.data.TestData;
import dk.borgerkontakt.conformance.http.Tokens;
import dk.borgerkontakt.conformance.http.Wire;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import java.net.URI;
import java.util.List;

/**
 * What the rows of one run share.
 *
 * @param before what was registered before the kit changed anything
 */
public record World(
    Contract contract,
    TestData data,
    Wire wire,
    Tokens tokens,
    Observations observations,
    ContractCheck check,
    Before before,
    Allowance allowance,
    Failing failing) {

  /** The world of the implementation at an address. */
  public static World at(URI baseUri, Contract contract, TestData data) {
    List<String> scopes = contract.operations().stream().map(Operation::scope).distinct().toList();
    Tokens tokens = new Tokens(baseUri, data, scopes);
    Observations observations = new Observations();
    return new World(
        contract,
        data,
        new Wire(baseUri, tokens),
        tokens,
        observations,
        new ContractCheck(contract, observations),
        new Before(),
        new Allowance(),
        new Failing());
  }

  /** An operation of the contract by its id. */
  public Operation operation(String id) {
    return contract.operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Mismatch("the contract has no operation " + id));
  }
}
