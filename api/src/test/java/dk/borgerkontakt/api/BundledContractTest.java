package dk.borgerkontakt.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.borgerkontakt.api.contract.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the jar carries is the contract at the top of the repository. */
class BundledContractTest {

  @Test
  void yamlIsTheRootFileToTheByte() throws IOException {
    try (InputStream bundled = Contract.class.getResourceAsStream("/openapi.yaml")) {
      assertThat(bundled).hasBinaryContent(Files.readAllBytes(Path.of("..", "openapi.yaml")));
    }
  }

  @Test
  void jsonIsTheSameTreeAsYaml() {
    assertThat(Contract.read(new ObjectMapper(), "/openapi.json"))
        .isEqualTo(Contract.bundled().root());
  }
}
