package dk.borgerkontakt.server.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The contract for people, open to everybody: its pages as the build has made them, and what they
 * are made of. Nothing is served but the files that are named here.
 */
@Path("/")
public final class Pages {

  private static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";

  private static final Map<String, String> ASSETS =
      Map.of(
          "site.css", "text/css;charset=utf-8",
          "print.css", "text/css;charset=utf-8",
          "docs.js", "text/javascript;charset=utf-8",
          "token.js", "text/javascript;charset=utf-8",
          "call.js", "text/javascript;charset=utf-8",
          "icon.svg", "image/svg+xml");

  private final PageFile home = new PageFile("index.html", HTML);
  private final PageFile index = new PageFile("index.json", MediaType.APPLICATION_JSON);
  private final PageFile docs = new PageFile("docs.html", HTML);
  private final PageFile snitflade = new PageFile("snitflade.html", HTML);
  private final Map<String, PageFile> assets =
      ASSETS.entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey,
                  asset -> new PageFile("assets/" + asset.getKey(), asset.getValue())));

  /** The first page, for whoever takes HTML or anything. */
  @GET
  @Produces(HTML)
  public Response home(@Context HttpHeaders request) {
    return byAccept(home.answer(request));
  }

  /** What there is and where, for whoever wants JSON. */
  @GET
  @Produces("application/json;qs=0.5")
  public Response index(@Context HttpHeaders request) {
    return byAccept(index.answer(request));
  }

  private static Response byAccept(Response answer) {
    answer.getHeaders().putSingle("Vary", "Accept");
    return answer;
  }

  @GET
  @Path("docs")
  @Produces(HTML)
  public Response docs(@Context HttpHeaders request) {
    return docs.answer(request);
  }

  @GET
  @Path("snitflade")
  @Produces(HTML)
  public Response snitflade(@Context HttpHeaders request) {
    return snitflade.answer(request);
  }

  /** What the pages load. */
  @GET
  @Path("assets/{name}")
  public Response asset(@PathParam("name") String name, @Context HttpHeaders request) {
    PageFile asset = assets.get(name);
    if (asset == null) {
      throw new NotFoundException();
    }
    return asset.answer(request);
  }
}
