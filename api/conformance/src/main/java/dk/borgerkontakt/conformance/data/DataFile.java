package dk.borgerkontakt.conformance.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads a data file against {@code data.schema.json}, all its faults told together. */
public final class DataFile {

  private static final JsonMapper JSON = new JsonMapper();

  private DataFile() {}

  /** The file's data, or the data of this project's own sandbox when there is no file. */
  public static TestData read(Optional<Path> file) {
    return parse(file.map(DataFile::text).orElseGet(() -> resource("sandbox.json")));
  }

  static TestData parse(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      List<String> faults = new ArrayList<>(schemaFaults(text));
      faults.addAll(unknownClients(tree));
      faults.addAll(clientsWithoutIssuer(tree));
      if (!faults.isEmpty()) {
        throw new DataFileException(faults);
      }
      return JSON.treeToValue(tree, TestData.class);
    } catch (IOException e) {
      throw new DataFileException(List.of("it is no JSON"));
    }
  }

  private static List<String> schemaFaults(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(resource("data.schema.json"))
        .validate(text, InputFormat.JSON)
        .stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .sorted()
        .toList();
  }

  private static List<String> unknownClients(JsonNode tree) {
    List<String> faults = new ArrayList<>();
    for (JsonNode probe : tree.path("access")) {
      String client = probe.path("client").asText();
      if (tree.path("clients").isObject() && !tree.path("clients").has(client)) {
        faults.add("/access: there is no client " + client);
      }
    }
    return faults;
  }

  private static List<String> clientsWithoutIssuer(JsonNode tree) {
    return tree.path("clients").properties().stream()
        .filter(client -> client.getValue().has("id") && !tree.has("tokens"))
        .map(client -> "/clients/" + client.getKey() + ": an id, and no tokens.endpoint")
        .toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new DataFileException(List.of("it can't be read"));
    }
  }

  private static String resource(String name) {
    String path = "/dk/borgerkontakt/conformance/" + name;
    try (InputStream stream =
        Objects.requireNonNull(DataFile.class.getResourceAsStream(path), path)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
