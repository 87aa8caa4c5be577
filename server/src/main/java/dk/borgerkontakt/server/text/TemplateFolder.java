package dk.borgerkontakt.server.text;

import dk.borgerkontakt.server.config.messages.MessageSetting;
import dk.borgerkontakt.server.config.source.NearestName;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The operator's folder: files by the names of the built-in ones, in place of them. */
final class TemplateFolder {

  private static final int MOST_BYTES = 20_000;
  private static final List<String> NAMES =
      TemplateName.all().stream().map(TemplateName::fileName).toList();

  private final Path folder;
  private final Consumer<String> faults;

  TemplateFolder(Path folder, Consumer<String> faults) {
    this.folder = folder;
    this.faults = faults;
  }

  /**
   * Tells a fault of each file whose name is none of a text, and when the folder can't be read.
   * Hidden ones are no business of ours: orchestrators and desktops put some into every folder.
   */
  void checkNames() {
    List<String> unknown = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (!name.startsWith(".") && !NAMES.contains(name)) {
          unknown.add(name);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      faults.accept(
          "%s is no folder that this user may read; mend that, or choose another with %s"
              .formatted(folder, MessageSetting.TEMPLATES.key()));
    }
    Collections.sort(unknown);
    unknown.forEach(
        name -> faults.accept(place(name) + " is the name of no text; " + advice(name)));
  }

  private static String advice(String name) {
    return NearestName.of(name.toLowerCase(Locale.ROOT), NAMES)
        .map(near -> "did you mean " + near + "?")
        .orElse("take it out; the names are " + String.join(", ", NAMES));
  }

  /** The operator's own file, or null when there is none. */
  byte @Nullable [] read(TemplateName name) {
    Path file = folder.resolve(name.fileName());
    if (!Files.exists(file)) {
      return null;
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        faults.accept(place(name.fileName()) + " is longer than 20 kB; make it shorter");
        return null;
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      faults.accept(place(name.fileName()) + " can't be read; give this user the right to");
      return null;
    }
  }

  /** How a file is named in a fault. */
  String place(String fileName) {
    return folder.resolve(fileName.replaceAll("\\p{Cntrl}", "?")).toString();
  }
}
