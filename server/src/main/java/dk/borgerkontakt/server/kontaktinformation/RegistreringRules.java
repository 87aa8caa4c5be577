package dk.borgerkontakt.server.kontaktinformation;

import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.api.model.KontaktdataCodelList;
import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.server.problem.Fault;
import dk.borgerkontakt.server.problem.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of a create request: 9155 first, then what is no number or address of its type, all of
 * it told together under the lowest code.
 */
final class RegistreringRules {

  private final KontaktdataNormaliser normaliser;

  RegistreringRules(KontaktdataNormaliser normaliser) {
    this.normaliser = normaliser;
  }

  /** 9155: reminders by mail need the address that the request would delete. */
  static void checkDeletions(
      List<Registrering> registreringer,
      Map<KontaktdataCodelList, Kontaktinformation> registered,
      boolean remindedByMail) {
    if (!remindedByMail || !registered.containsKey(KontaktdataCodelList.Mailadresse)) {
      return;
    }
    for (int i = 0; i < registreringer.size(); i++) {
      Registrering registrering = registreringer.get(i);
      if (registrering.type() == KontaktdataCodelList.Mailadresse && registrering.deletes()) {
        throw Refusal.at(place(i), Fejlkode.EmailHarHuskeserviceabonnement);
      }
    }
  }

  /** The stored form of each entry that doesn't delete. */
  Map<KontaktdataCodelList, String> normalise(List<Registrering> registreringer) {
    Map<KontaktdataCodelList, String> normalised = new EnumMap<>(KontaktdataCodelList.class);
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < registreringer.size(); i++) {
      Registrering registrering = registreringer.get(i);
      String kontaktdata = registrering.kontaktdata();
      if (kontaktdata != null && !registrering.deletes()) {
        try {
          normalised.put(
              registrering.type(), normaliser.normalise(registrering.type(), kontaktdata));
        } catch (UgyldigKontaktdataException invalid) {
          faults.add(new Fault(place(i), invalid.code()));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new Refusal(lowestCode(faults), faults);
    }
    return normalised;
  }

  private static String place(int index) {
    return "/kontaktinformationer/kontaktinformation/" + index + "/kontaktdata";
  }

  private static Fejlkode lowestCode(List<Fault> faults) {
    return faults.stream()
        .map(Fault::code)
        .min(Comparator.comparing(Fejlkode::value))
        .orElseThrow();
  }
}
