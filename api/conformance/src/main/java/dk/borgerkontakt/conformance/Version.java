package dk.borgerkontakt.conformance;

import dk.borgerkontakt.contract.Contract;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The kit's version and the contract's that it holds implementations against. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "borgerkontakt-conformance " + kit(), "contract " + contract(Contract.bundled())
    };
  }

  static String contract(Contract contract) {
    return contract.at("/info").text("title") + " " + contract.at("/info").text("version");
  }

  private static String kit() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "(not packed)");
  }
}
