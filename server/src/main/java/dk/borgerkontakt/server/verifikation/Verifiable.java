package dk.borgerkontakt.server.verifikation;

import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.api.model.KontaktdataCodelList;
import dk.borgerkontakt.api.model.KontaktdataStatusCodelList;
import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.kontaktinformation.Channels;
import dk.borgerkontakt.server.kontaktinformation.KontaktinformationService;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.problem.Refusal;
import org.jdbi.v3.core.Handle;

/** What can be proved with a code: 9240, 9159, 9242 and 9247, in this order. */
public final class Verifiable {

  private static final String TYPE = "/kontaktdataType";

  private final Channels channels;

  public Verifiable(Contract contract) {
    this.channels = new Channels(contract);
  }

  /** The registered address that a code can be sent to. One that is Ugyldig may be proved again. */
  Kontaktinformation find(Handle handle, long borgerId, KontaktdataCodelList type) {
    if (channels.of(type.value()).isEmpty()) {
      throw Refusal.at(TYPE, Fejlkode.VerifikationIkkeTilladt);
    }
    Kontaktinformation address = KontaktinformationService.registered(handle, borgerId, type);
    if (address.kontaktdatastatus() == KontaktdataStatusCodelList.Verificeret.value()) {
      throw Refusal.at(TYPE, Fejlkode.AlleredeVerificeret);
    }
    return address;
  }

  /** The channel of a type that {@link #find} has let through. */
  Kanal kanal(KontaktdataCodelList type) {
    return channels.of(type.value()).orElseThrow();
  }
}
