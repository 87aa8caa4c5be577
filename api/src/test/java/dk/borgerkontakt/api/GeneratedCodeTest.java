package dk.borgerkontakt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dk.borgerkontakt.api.model.KontaktdataCodelList;
import dk.borgerkontakt.api.model.KontaktdataStatusCodelList;
import dk.borgerkontakt.api.model.UpdateKontaktinformationRequestType;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Place;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the build generates from the contract. */
class GeneratedCodeTest {

  private static final Contract CONTRACT = Contract.bundled();

  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void codesAreWrittenAsIntegers() {
    var request =
        new UpdateKontaktinformationRequestType()
            .kontaktdataType(KontaktdataCodelList.FastnetTelefon)
            .kontaktdatastatus(KontaktdataStatusCodelList.Ugyldig);

    String json = mapper.valueToTree(request).toString();

    assertThat(json).isEqualTo("{\"kontaktdataType\":2,\"kontaktdatastatus\":3}");
  }

  @Test
  void integersAreReadAsCodes() throws IOException {
    String json = "{\"kontaktdataType\":2,\"kontaktdatastatus\":3}";

    var request = mapper.readValue(json, UpdateKontaktinformationRequestType.class);

    assertThat(request.getKontaktdataType()).isEqualTo(KontaktdataCodelList.FastnetTelefon);
    assertThat(request.getKontaktdatastatus()).isEqualTo(KontaktdataStatusCodelList.Ugyldig);
  }

  @Test
  void integersThatTheListLacksAreRefused() {
    assertThatThrownBy(() -> mapper.readValue("4", KontaktdataCodelList.class))
        .isInstanceOf(ValueInstantiationException.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("codeLists")
  void constantsAreTheNamesAndValuesOfTheContract(String name, Place list) throws Exception {
    Class<?> generated = Class.forName("dk.borgerkontakt.api.model." + name);

    List<String> constants = new ArrayList<>();
    for (Object constant : generated.getEnumConstants()) {
      constants.add(
          ((Enum<?>) constant).name() + " " + generated.getMethod("value").invoke(constant));
    }

    List<String> expected = new ArrayList<>();
    for (int i = 0; i < list.node().get("enum").size(); i++) {
      expected.add(
          list.node().get("x-enum-varnames").get(i).asText()
              + " "
              + list.node().get("enum").get(i));
    }
    assertThat(constants).isEqualTo(expected);
  }

  static Stream<Object[]> codeLists() {
    return CONTRACT.components("schemas").stream()
        .filter(schema -> schema.node().has("enum"))
        .map(schema -> new Object[] {schema.name(), schema});
  }

  @Test
  void interfaceHasOneMethodForEachOperation() {
    assertThat(KontaktinformationApi.class.getMethods())
        .extracting(Method::getName)
        .containsExactlyInAnyOrderElementsOf(
            CONTRACT.operations().stream().map(Operation::id).toList());
  }

  @Test
  void moduleHasNoJavaSourceOfItsOwn() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src", "main"))) {
      assertThat(sources).noneMatch(source -> source.toString().endsWith(".java"));
    }
  }
}
