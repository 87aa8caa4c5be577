package dk.borgerkontakt.persistence.register;

import static java.util.Objects.requireNonNull;

/** A citizen of the register; {@code id} stays when the CPR number changes. */
public record Borger(long id, String cpr, boolean doed) {

  public Borger {
    requireNonNull(cpr, "cpr");
  }

  /** Never prints the CPR number. */
  @Override
  public String toString() {
    return "Borger[id=" + id + "]";
  }
}
