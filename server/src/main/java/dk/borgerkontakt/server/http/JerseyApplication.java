package dk.borgerkontakt.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.gate.Gate;
import dk.borgerkontakt.server.management.RequestMetrics;
import dk.borgerkontakt.server.problem.ProblemMapper;
import dk.borgerkontakt.server.telemetry.Tracing;
import java.util.Map;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** Everything that Jersey knows of, each instance registered by hand. */
public final class JerseyApplication extends ResourceConfig {

  private static final Map<String, Object> NOTHING_BY_ITSELF =
      Map.of(
          CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true,
          CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true,
          ServerProperties.WADL_FEATURE_DISABLE, true,
          ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);

  /** The service's filters and its answer to faults, with these resources. */
  public JerseyApplication(
      Contract contract,
      Gate gate,
      ProblemMapper problemMapper,
      RequestMetrics metrics,
      Tracing tracing,
      Iterable<Object> resources) {
    addProperties(NOTHING_BY_ITSELF);
    register(new TraceFilter(tracing));
    register(new PathFilter());
    register(new BodyFilter(contract.limits().messageBytes()));
    register(new AcceptFilter());
    register(new OptionsFilter());
    register(gate);
    register(new NoStoreFilter());
    register(new DeprecationFilter(contract.deprecations()));
    register(new RequestLog(metrics));
    register(problemMapper);
    register(json());
    resources.forEach(this::register);
  }

  /**
   * The gate has held every body against the contract: what it doesn't know may pass and is
   * ignored.
   */
  private static JacksonJsonProvider json() {
    return new JacksonJsonProvider(
        JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build());
  }
}
