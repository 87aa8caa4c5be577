package dk.borgerkontakt.server.text;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.outbox.Kanal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads every template, the operator's before the one built in, and tells all faults together. */
final class TemplateLoader {

  private final @Nullable TemplateFolder folder;
  private final List<String> faults = new ArrayList<>();
  private final Map<TemplateName, Template> templates = new HashMap<>();

  TemplateLoader(@Nullable Path folder) {
    this.folder = folder == null ? null : new TemplateFolder(folder, faults::add);
  }

  Map<TemplateName, Template> load() {
    if (folder != null) {
      folder.checkNames();
    }
    TemplateName.all().forEach(this::load);
    if (!faults.isEmpty()) {
      throw new ConfigurationException(faults);
    }
    return templates;
  }

  private void load(TemplateName name) {
    byte[] own = folder == null ? null : folder.read(name);
    if (folder != null && own != null) {
      String place = folder.place(name.fileName());
      take(name, own, fault -> faults.add(place + " " + fault));
    } else {
      take(
          name,
          builtIn(name),
          fault -> faults.add("The built-in " + name.fileName() + " " + fault));
    }
  }

  private void take(TemplateName name, byte[] content, Consumer<String> told) {
    Template template = new TemplateReader(told).read(name.kanal(), content);
    if (template == null) {
      return;
    }
    new TemplateCheck(told).check(name, template);
    if (name.kanal() == Kanal.SMS) {
      SegmentCheck.fault(name, template).ifPresent(told);
    }
    templates.put(name, template);
  }

  private static byte[] builtIn(TemplateName name) {
    try (InputStream file = TemplateLoader.class.getResourceAsStream(name.fileName())) {
      return Objects.requireNonNull(file, name.fileName()).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
