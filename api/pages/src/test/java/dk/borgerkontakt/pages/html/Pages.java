package dk.borgerkontakt.pages.html;

import dk.borgerkontakt.contract.Contract;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The pages of the contract in the jar, as a browser reads them. */
final class Pages {

  static final Contract CONTRACT = Contract.bundled();

  private Pages() {}

  static Document page(String name, Edition edition) {
    return page(CONTRACT, name, edition);
  }

  static Document page(Contract contract, String name, Edition edition) {
    return Jsoup.parse(new Site(contract).page(name, edition));
  }

  /** The text of an element as it is read, without the places where a line may break. */
  static String text(Element element) {
    Element copy = element.clone();
    copy.select("wbr").remove();
    return Jsoup.parse(copy.outerHtml().replaceAll(">\\s+<", "> <")).text().strip();
  }
}
