package dk.borgerkontakt.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.server.contract.Contract;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A mistake in one place of our sources, or of the contract that the service reads at start. */
record PlantedFault(String file, String from, String to) {

  /** A folder that stands before the jar on the class path. */
  Path plant(Path temp) throws IOException {
    Path classes = Files.createDirectories(temp.resolve("classes"));
    if (file.startsWith("/")) {
      Files.writeString(classes.resolve("openapi.json"), contract().toString());
    } else {
      compile(source(temp), classes);
    }
    return classes;
  }

  private JsonNode contract() throws IOException {
    ObjectNode contract = Contract.bundledDocument().deepCopy();
    JsonPointer place = JsonPointer.compile(file);
    JsonNode value = new JsonMapper().readTree(to);
    assertThat(contract.at(place)).isEqualTo(new JsonMapper().readTree(from));
    if (contract.at(place.head()) instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), value);
    } else {
      ((ObjectNode) contract.at(place.head())).set(place.last().getMatchingProperty(), value);
    }
    return contract;
  }

  private Path source(Path temp) throws IOException {
    Path original = Path.of("..").resolve(file);
    String text = Files.readString(original);
    assertThat(text.split(Pattern.quote(from), -1))
        .as("%s stands in %s once", from, file)
        .hasSize(2);
    Path changed = Files.createDirectories(temp.resolve("source")).resolve(original.getFileName());
    return Files.writeString(changed, text.replace(from, to));
  }

  private static void compile(Path source, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "-d",
            classes.toString(),
            "-cp",
            JarProcess.jar().toString(),
            "-proc:none",
            "-parameters",
            "--release",
            "17");
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean isCompiled =
          compiler
              .getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      assertThat(isCompiled).as(messages.toString()).isTrue();
    }
  }
}
