package dk.borgerkontakt.server.gate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.server.contract.MessageSchema;
import dk.borgerkontakt.server.contract.Operation;
import dk.borgerkontakt.server.problem.Fault;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The form of a JSON body: strict JSON (RFC 8259, no name twice) that the contract's schema admits.
 */
public final class BodyForm {

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
          .build();

  List<Fault> faults(Operation operation, ContainerRequestContext request) {
    MessageSchema schema = operation.body();
    if (schema == null) {
      return List.of();
    }
    try {
      byte[] bytes = request.getEntityStream().readAllBytes();
      request.setEntityStream(new ByteArrayInputStream(bytes));
      JsonNode body = STRICT.readTree(bytes);
      return isJudgeable(body) ? SchemaFaults.of(schema, body) : broken();
    } catch (JacksonException notJson) {
      return broken();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing at all is no message; 1e400 is a number that no machine number comes near. */
  private static boolean isJudgeable(JsonNode node) {
    if (node.isMissingNode() || (node.isDouble() && Double.isInfinite(node.doubleValue()))) {
      return false;
    }
    for (JsonNode child : node) {
      if (!isJudgeable(child)) {
        return false;
      }
    }
    return true;
  }

  private static List<Fault> broken() {
    return List.of(new Fault("", Fejlkode.FailedToValidateMessage, "er ikke gyldig JSON"));
  }
}
