package dk.borgerkontakt.pages.collection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.borgerkontakt.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a contract, read back with nothing but their own text. */
record WrittenCollection(Path folder) {

  static WrittenCollection of(Contract contract, Path folder) throws IOException {
    new CollectionFiles(folder).write(contract);
    return new WrittenCollection(folder);
  }

  /** The requests of the {@code .http} file, the one for the token and its variable apart. */
  List<Section> http() throws IOException {
    String text = Files.readString(folder.resolve("borgerkontakt.http"));
    return Arrays.stream(text.split("(?m)^(?=###)"))
        .skip(3)
        .map(section -> new Section(group(section, "# @name (\\S+)"), section))
        .toList();
  }

  /** The requests of the Bruno collection in the order that Bruno runs them. */
  List<Section> bruno() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("bruno"))) {
      return files
          .filter(file -> file.toString().endsWith(".bru") && !file.endsWith("collection.bru"))
          .map(WrittenCollection::section)
          .sorted(
              Comparator.comparing(
                  section -> Integer.valueOf(group(section.text, "  seq: (\\d+)"))))
          .toList();
    }
  }

  private static Section section(Path file) {
    try {
      return new Section(file.getFileName().toString().replace(".bru", ""), Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static String group(String text, String regex) {
    Matcher matcher = Pattern.compile("(?m)^" + regex + "$").matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no " + regex + " in\n" + text);
    }
    return matcher.group(1);
  }

  /** One request's text. */
  record Section(String id, String text) {

    JsonNode httpBody() {
      return json(text.substring(text.indexOf("\n\n")));
    }

    JsonNode brunoBody() {
      return json(group(text, "(?s)body:json \\{\n(.*?)\n}"));
    }

    private static JsonNode json(String text) {
      try {
        return new JsonMapper().readTree(text);
      } catch (JsonProcessingException e) {
        throw new AssertionError(text, e);
      }
    }

    @Override
    public String toString() {
      return id;
    }
  }
}
