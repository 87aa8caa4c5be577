package dk.borgerkontakt.persistence.organisation;

import static java.util.Objects.requireNonNull;

/** An organisation that may call the service, known by its type and code. */
public record Organisation(int type, String kode, String navn) {

  public Organisation {
    requireNonNull(kode, "kode");
    requireNonNull(navn, "navn");
  }
}
