package dk.borgerkontakt.server.http;

import dk.borgerkontakt.contract.Contract;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The contract itself, open to everybody and to pages from anywhere. */
@Path("/")
public final class ContractFiles {

  private static final String YAML = "openapi.yaml";
  private static final String JSON = "openapi.json";

  private final byte[] yaml = read(YAML);
  private final byte[] json = read(JSON);

  @GET
  @Path(YAML)
  @Produces("application/yaml")
  public Response yaml() {
    return open(Response.ok(yaml));
  }

  @GET
  @Path(JSON)
  @Produces("application/json")
  public Response json() {
    return open(Response.ok(json));
  }

  @OPTIONS
  @Path(YAML)
  public Response yamlOptions() {
    return options();
  }

  @OPTIONS
  @Path(JSON)
  public Response jsonOptions() {
    return options();
  }

  private static Response options() {
    return open(
        Response.noContent()
            .header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
            .header("Allow", "GET, HEAD, OPTIONS"));
  }

  private static Response open(Response.ResponseBuilder answer) {
    return answer
        .header("Access-Control-Allow-Origin", "*")
        .header("Cache-Control", "no-cache")
        .build();
  }

  private static byte[] read(String name) {
    try (InputStream file = Contract.resource(name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
