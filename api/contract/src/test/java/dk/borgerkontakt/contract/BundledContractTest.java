package dk.borgerkontakt.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the jar carries is the contract at the top of the repository. */
class BundledContractTest {

  @Test
  void yamlIsTheRootFileToTheByte() throws IOException {
    try (InputStream bundled = Contract.resource("openapi.yaml")) {
      assertThat(bundled).hasBinaryContent(Files.readAllBytes(Path.of("..", "..", "openapi.yaml")));
    }
  }

  @Test
  void jsonIsTheSameTreeAsYaml() throws IOException {
    try (InputStream yaml = Contract.resource("openapi.yaml")) {
      assertThat(Contract.bundled().root()).isEqualTo(new YAMLMapper().readTree(yaml));
    }
  }
}
