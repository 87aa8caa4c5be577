package dk.borgerkontakt.pages;

import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.pages.collection.CollectionFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes everything that the contract looks like to a person, when the build asks for it. */
public final class Main {

  private Main() {}

  /**
   * Writes every page and collection anew.
   *
   * @param args the folder for the pages and the folder for the collections of requests
   */
  public static void main(String[] args) throws IOException {
    Files.createDirectories(Path.of(args[0]));
    new CollectionFiles(Path.of(args[1])).write(Contract.bundled());
  }
}
