package dk.borgerkontakt.conformance.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataFileTest {

  @Test
  void theSandboxIsUsedWithoutAFile() {
    TestData data = DataFile.read(Optional.empty());

    assertThat(data.clients()).containsKeys("star", "akasse");
    assertThat(data.citizens().own()).contains(data.citizens().leapDay());
  }

  @Test
  void allFaultsAreToldTogether() {
    assertThatThrownBy(
            () ->
                DataFile.parse(
                    """
                    {"clients": {"star": {"id": "x"}}, "citizens": {"dead": "12"}, "extra": 1}
                    """))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("access")
        .hasMessageContaining("addresses")
        .hasMessageContaining("akasse")
        .hasMessageContaining("/citizens/dead")
        .hasMessageContaining("extra")
        .hasMessageContaining("/clients/star: an id, and no tokens.endpoint");
  }

  @Test
  void whatIsNoJsonIsSaidInOneLine() {
    assertThatThrownBy(() -> DataFile.parse("{")).hasMessage("it is no JSON");
    assertThatThrownBy(() -> DataFile.read(Optional.of(Path.of("nowhere.json"))))
        .hasMessage("it can't be read");
  }

  @Test
  void aTokenThatIsNoneIsRefusedWithoutBeingQuoted() {
    String broken = "{\"clients\": {\"star\": {\"token\": \"secret-1\\n\"}}}";

    assertThatThrownBy(() -> DataFile.parse(broken))
        .hasMessageContaining("/clients/star/token")
        .hasMessageNotContaining("secret-1");
  }
}
