package dk.borgerkontakt.contract;

/**
 * A row of an element table, cell by cell as the agency prints it.
 *
 * @param niveau the depth, 0 for the root row
 * @param dfdgNavn the element's old name, or empty
 * @param dfdgType the type's old name, or empty
 */
public record Element(
    int niveau,
    String element,
    boolean isHeader,
    String dfdgNavn,
    String type,
    String dfdgType,
    String detaljer,
    String forekomst,
    String beskrivelse) {

  /** The same row with other details. */
  public Element withDetaljer(String other) {
    return new Element(
        niveau, element, isHeader, dfdgNavn, type, dfdgType, other, forekomst, beskrivelse);
  }
}
