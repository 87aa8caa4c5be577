package dk.borgerkontakt.server.kontaktinformation;

import dk.borgerkontakt.api.model.KontaktdataCodelList;
import dk.borgerkontakt.server.contract.CodeList;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.outbox.Kanal;
import java.util.Optional;

/** The way that messages go to an address, by its type, as the contract says. */
public final class Channels {

  private final CodeList types;

  public Channels(Contract contract) {
    this.types = contract.codeList(KontaktdataCodelList.class);
  }

  /** Empty for a type that no message goes to. */
  public Optional<Kanal> of(int kontaktdataType) {
    String name = types.text("x-enum-kanaler", kontaktdataType);
    return name.isEmpty() ? Optional.empty() : Optional.of(Kanal.valueOf(name));
  }
}
