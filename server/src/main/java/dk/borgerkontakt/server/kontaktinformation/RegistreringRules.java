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
    boolean deletesAddress =
        registered.containsKey(KontaktdataCodelList.Mailadresse)
            && registreringer.stream()
                .anyMatch(r -> r.type() == KontaktdataCodelList.Mailadresse && r.deletes());
    if (remindedByMail && deletesAddress) {
      throw new Refusal(Fejlkode.EmailHarHuskeserviceabonnement);
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
          faults.add(fault(i, invalid.code()));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new Refusal(lowestCode(faults), faults);
    }
    return normalised;
  }

  private static Fault fault(int index, Fejlkode code) {
    String place = "/kontaktinformationer/kontaktinformation/" + index + "/kontaktdata";
    return new Fault(place, code);
  }

  private static Fejlkode lowestCode(List<Fault> faults) {
    return faults.stream().map(Fault::code).min(Comparator.comparing(Fejlkode::value)).orElseThrow();
  }
}
