package dk.borgerkontakt.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dk.borgerkontakt.contract.Contract;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a contract that is not the one in the jar. */
final class ContractFile {

  private ContractFile() {}

  static Contract read(Path yaml) throws IOException {
    return new Contract((ObjectNode) new YAMLMapper().readTree(yaml.toFile()));
  }
}
