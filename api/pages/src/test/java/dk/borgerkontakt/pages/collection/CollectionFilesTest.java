package dk.borgerkontakt.pages.collection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Place;
import dk.borgerkontakt.pages.collection.WrittenCollection.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CollectionFilesTest {

  private static final Contract CONTRACT = Contract.bundled();

  @TempDir private Path folder;
  private WrittenCollection written;

  @BeforeEach
  void write() throws IOException {
    written = WrittenCollection.of(CONTRACT, folder);
  }

  @Test
  void everyExampleOfEveryOperationIsARequestInTheContractsOrder() throws IOException {
    List<String> expected = new ArrayList<>();
    for (Operation operation : CONTRACT.operations()) {
      JsonNode body = operation.node().at("/requestBody/content/application~1json/examples");
      body.fieldNames().forEachRemaining(name -> expected.add(operation.id() + "_" + name));
      if (body.isEmpty()) {
        expected.add(operation.id());
      }
    }
    assertThat(expected).hasSizeGreaterThan(CONTRACT.operations().size());
    assertThat(written.http()).extracting(Section::id).isEqualTo(expected);
    assertThat(written.bruno()).extracting(Section::id).isEqualTo(expected);
  }

  @Test
  void everyHeaderIsThereAndOnlyTheRequiredAreSent() throws IOException {
    for (Operation operation : CONTRACT.operations()) {
      for (Place header : operation.parameters()) {
        boolean isRequired = header.node().get("required").asBoolean();
        String line = header.text("name") + ": " + valueOf(header) + "\n";
        if (header.text("in").equals("header")) {
          assertThat(http(operation))
              .allSatisfy(
                  one -> assertThat(one.text()).contains((isRequired ? "\n" : "\n# ") + line));
          assertThat(bruno(operation))
              .allSatisfy(
                  one -> assertThat(one.text()).contains((isRequired ? "\n  " : "\n  ~") + line));
        }
      }
    }
  }

  private static String valueOf(Place header) {
    return header.text("name").equals("x-requestId") ? "{{$guid}}" : header.text("example");
  }

  @Test
  void theBodyIsTheExample() throws IOException {
    for (Operation operation : CONTRACT.operations()) {
      for (Place example : operation.requestExamples()) {
        String id = operation.id() + "_" + example.name();
        JsonNode value = example.node().get("value");
        assertThat(only(written.http(), id).httpBody()).isEqualTo(value);
        assertThat(only(written.bruno(), id).brunoBody()).isEqualTo(withVariable(value));
      }
    }
  }

  private static JsonNode withVariable(JsonNode value) {
    ObjectNode copy = value.deepCopy();
    return copy.has("verifikationskode")
        ? copy.put("verifikationskode", "{{verifikationskode}}")
        : copy;
  }

  @Test
  void aPathHasTheExamplePercentEncoded() throws IOException {
    assertThat(only(written.http(), "getKontaktinformationMobilNr").text())
        .contains("\nGET {{baseUrl}}/v1/kontaktinformation/mobiltelefon/%2B4520120002\n");
    assertThat(only(written.bruno(), "getKontaktinformationEmail").text())
        .contains("\n  url: {{baseUrl}}/v1/kontaktinformation/emailaddresse/:email\n")
        .contains("\n  email: borger2%40example.dk\n");
  }

  @Test
  void aRequestExpectsTheContractsSuccess() throws IOException {
    for (Operation operation : CONTRACT.operations()) {
      String success =
          operation.responses().stream()
              .map(Operation.Response::status)
              .filter(status -> status.startsWith("2"))
              .reduce((one, other) -> one + " or " + other)
              .orElseThrow();
      assertThat(bruno(operation))
          .allSatisfy(
              one -> assertThat(one.text()).contains("\n  res.status: eq " + success + "\n"));
      assertThat(http(operation))
          .allSatisfy(one -> assertThat(one.text()).contains("\n# Svarer " + success + ".\n"));
    }
    assertThat(only(written.bruno(), "getKontaktinformation").text())
        .contains("\n  res.body.kontaktinformationer: isJson\n");
    assertThat(only(written.bruno(), "getKontaktinformationEmail").text())
        .contains("\n  res.body.borgerer: isArray\n");
  }

  @Test
  void serverAndTokenAreTheContracts() throws IOException {
    Contract other =
        CONTRACT.with(
            root -> {
              ((ObjectNode) root.at("/servers/0")).put("url", "https://other.example");
              ((ObjectNode) root.at("/components/securitySchemes/dfdg/flows/clientCredentials"))
                  .put("tokenUrl", "/other/token");
            });
    WrittenCollection.of(other, folder);
    assertThat(folder.resolve("borgerkontakt.http"))
        .content()
        .contains("\n@baseUrl = https://other.example\n", "\nPOST {{baseUrl}}/other/token\n");
    assertThat(folder.resolve("bruno/collection.bru"))
        .content()
        .contains("\n  access_token_url: {{baseUrl}}/other/token\n");
    assertThat(folder.resolve("bruno/environments/Sandkasse.bru"))
        .content()
        .contains("\n  baseUrl: https://other.example\n", "\n  clientId: akasse-11\n");
  }

  @Test
  void noTextOfTheContractIsTakenForSyntax() throws IOException {
    Contract odd =
        CONTRACT.with(
            root -> {
              ObjectNode operation = (ObjectNode) root.at("/paths/~1v1~1kontaktinformation/get");
              operation.put("summary", "Says \"{{hi}}\" & <b>:\n}\n### it");
              operation.put("description", "first\n\n}\ndocs {\n### second\n> {% third %}\n");
            });
    WrittenCollection.of(odd, folder);
    assertThat(written.http()).hasSameSizeAs(written.bruno());
    assertThat(only(written.http(), "getKontaktinformation").text())
        .startsWith("### getKontaktinformation: Says \"{{hi}}\" & <b>: } ### it\n")
        .contains("\n# first\n#\n# }\n# docs {\n# ### second\n# > {% third %}\n");
    assertThat(only(written.bruno(), "getKontaktinformation").text())
        .startsWith(
            "meta {\n  name: getKontaktinformation: Says \"{{hi}}\" & <b>: } ### it\n  type: http\n")
        .contains("\n\n  first\n\n  }\n  docs {\n  ### second\n  > {% third %}\n}\n");
  }

  @Test
  void whatTheContractNoLongerHasIsGone() throws IOException {
    Path old = Files.writeString(folder.resolve("bruno/old.bru"), "");
    WrittenCollection.of(CONTRACT, folder);
    assertThat(old).doesNotExist();
  }

  private List<Section> http(Operation operation) throws IOException {
    return of(operation, written.http());
  }

  private List<Section> bruno(Operation operation) throws IOException {
    return of(operation, written.bruno());
  }

  private static List<Section> of(Operation operation, List<Section> all) {
    List<Section> own =
        all.stream().filter(one -> one.id().split("_", 2)[0].equals(operation.id())).toList();
    assertThat(own).isNotEmpty();
    return own;
  }

  private static Section only(List<Section> all, String id) {
    return all.stream()
        .filter(one -> one.id().equals(id))
        .findAny()
        .orElseThrow(() -> new AssertionError(id));
  }
}
