package dk.borgerkontakt.pages;

import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.pages.collection.CollectionFiles;
import dk.borgerkontakt.pages.html.Edition;
import dk.borgerkontakt.pages.html.Site;
import java.io.IOException;
import java.nio.file.Path;

/** Makes everything that the contract looks like to a person, when the build asks for it. */
public final class Main {

  private Main() {}

  /**
   * Writes every page and collection anew.
   *
   * @param args the folder for the pages that the service serves, the folder for the collections of
   *     requests, and the folder for the same pages as files
   */
  public static void main(String[] args) throws IOException {
    Contract contract = Contract.bundled();
    Site site = new Site(contract);
    site.write(Path.of(args[0]), Edition.SERVED);
    new CollectionFiles(Path.of(args[1])).write(contract);
    site.write(Path.of(args[2]), Edition.FILES);
  }
}
