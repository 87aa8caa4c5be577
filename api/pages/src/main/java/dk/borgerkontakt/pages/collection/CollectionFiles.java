package dk.borgerkontakt.pages.collection;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dk.borgerkontakt.contract.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the contract's requests as files that tools for HTTP open. */
public final class CollectionFiles {

  private final Path folder;

  /** Will write below this folder. */
  public CollectionFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes {@code borgerkontakt.http} and the folder {@code bruno}, which loses what it had. */
  public void write(Contract contract) throws IOException {
    clear(folder.resolve("bruno"));
    Collection collection = Collection.of(contract);
    write("borgerkontakt.http", template("http").execute(collection));
    write("bruno/bruno.json", manifest(collection));
    write("bruno/collection.bru", template("bruno-collection").execute(collection));
    write("bruno/environments/Sandkasse.bru", template("bruno-environment").execute(collection));
    Template request = template("bruno-request");
    for (Request one : collection.requests()) {
      write("bruno/" + one.id() + ".bru", request.execute(one));
    }
  }

  private static String manifest(Collection collection) throws IOException {
    return new JsonMapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(
                new TreeMap<>(
                    Map.of("version", "1", "name", collection.title(), "type", "collection")))
        + "\n";
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  private static void clear(Path old) throws IOException {
    if (Files.exists(old)) {
      try (Stream<Path> files = Files.walk(old)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Delimiters are not Mustache's own: the tools' variables have those. */
  private static Template template(String name) throws IOException {
    try (InputStream stream = CollectionFiles.class.getResourceAsStream(name + ".mustache");
        Reader reader =
            new InputStreamReader(Objects.requireNonNull(stream, name), StandardCharsets.UTF_8)) {
      return Mustache.compiler().withDelims("<% %>").escapeHTML(false).compile(reader);
    }
  }
}
