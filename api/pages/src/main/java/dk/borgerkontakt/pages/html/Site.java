package dk.borgerkontakt.pages.html;

import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.pages.view.Json;
import dk.borgerkontakt.pages.view.Service;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The contract for people: three pages, what they look like, and what they can do. */
public final class Site {

  private static final List<String> PAGES = List.of("index", "docs", "snitflade");
  private static final List<String> ASSETS =
      List.of("site.css", "print.css", "docs.js", "token.js", "call.js", "icon.svg");

  private final Templates templates = new Templates();
  private final Service service;

  /** The site of a contract. */
  public Site(Contract contract) {
    this.service = new Service(contract);
  }

  /** A page, {@code index}, {@code docs} or {@code snitflade}, as HTML. */
  public String page(String name, Edition edition) {
    return templates.render(name, new Page(name, edition, service));
  }

  /** Writes the site into a folder, with the contract's files where no service has them. */
  public void write(Path folder, Edition edition) throws IOException {
    Files.createDirectories(folder.resolve("assets"));
    for (String page : PAGES) {
      Files.writeString(folder.resolve(page + ".html"), page(page, edition));
    }
    for (String asset : ASSETS) {
      copy(asset("assets/" + asset), folder.resolve("assets").resolve(asset));
    }
    if (edition.isServed()) {
      Files.writeString(folder.resolve("index.json"), index(edition));
    } else {
      copy(Contract.resource("openapi.yaml"), folder.resolve("openapi.yaml"));
      copy(Contract.resource("openapi.json"), folder.resolve("openapi.json"));
    }
  }

  private static InputStream asset(String name) {
    return Objects.requireNonNull(
        Site.class.getResourceAsStream("/dk/borgerkontakt/pages/" + name), name);
  }

  private static void copy(InputStream from, Path to) throws IOException {
    try (from) {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The first page for programs: what there is, and where. */
  private String index(Edition edition) {
    Map<String, String> index = new LinkedHashMap<>();
    index.put("title", service.title());
    index.put("version", service.version());
    index.put("docs", edition.docs());
    index.put("snitflade", edition.snitflade());
    index.put("openapi", "openapi.yaml");
    return Json.pretty(index);
  }
}
