package dk.borgerkontakt.server.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Path;

/** Reads manifests as the types of Kubernetes, and lets no field pass that those don't have. */
final class Manifests {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .annotationIntrospector(new UnknownFieldsAreFaults())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Manifests() {}

  /** The one manifest in the file that is of this type. */
  static <T extends HasMetadata> T read(String file, Class<T> type) throws IOException {
    return read(file, type, 0);
  }

  /** The manifest at this place in the file, from 0 on. */
  static <T extends HasMetadata> T read(String file, Class<T> type, int place) throws IOException {
    Path path = Packaging.file("kubernetes/" + file);
    try (MappingIterator<JsonNode> documents =
        MAPPER.readerFor(JsonNode.class).readValues(path.toFile())) {
      JsonNode document = documents.readAll().get(place);
      assertThat(document.path("kind").asText()).isEqualTo(HasMetadata.getKind(type));
      assertThat(document.path("apiVersion").asText()).isEqualTo(HasMetadata.getApiVersion(type));
      return MAPPER.treeToValue(document, type);
    }
  }

  private static final class UnknownFieldsAreFaults extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    /** The types of Kubernetes keep what they don't know; here that is a word misspelt. */
    @Override
    public Boolean hasAnySetter(Annotated annotated) {
      return Boolean.FALSE;
    }
  }
}
