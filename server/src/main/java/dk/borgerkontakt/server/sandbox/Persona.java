package dk.borgerkontakt.server.sandbox;

import dk.borgerkontakt.api.model.KontaktdataCodelList;
import dk.borgerkontakt.api.model.KontaktdataStatusCodelList;
import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.register.Gaesteadgang;
import dk.borgerkontakt.persistence.register.Huskeserviceabonnement;
import dk.borgerkontakt.persistence.register.Tilknytning;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row of {@code borgere.csv}: a citizen of the sandbox, as rows of the register. */
record Persona(SandboxTable.Row row) {

  /** When attachments that still last began. A fixed day, so that each start finds them again. */
  private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);

  /** The days from the first to the last of one that ended: what the sandbox knows its own by. */
  private static final int DAYS_OF_THE_PAST_ONE = 1001;

  private static final Map<String, OrganisationTypeCodelList> PRESENT =
      Map.of(
          "akasse", OrganisationTypeCodelList.AKasse,
          "jobcenter", OrganisationTypeCodelList.Jobcenter,
          "kommune", OrganisationTypeCodelList.Kommune);

  static List<Persona> all() {
    return SandboxTable.read("borgere.csv", Persona::new);
  }

  String cpr() {
    return row.text("cpr");
  }

  boolean doed() {
    return row.yes("doed");
  }

  /** The attachments that last. */
  List<Tilknytning> tilknytninger(long borgerId) {
    return PRESENT.entrySet().stream()
        .filter(present -> row.textOrNull(present.getKey()) != null)
        .map(
            present ->
                new Tilknytning(
                    borgerId,
                    present.getValue().value(),
                    row.text(present.getKey()),
                    BEGINNING,
                    null))
        .toList();
  }

  /** The attachment that ended so many days before today. */
  Optional<Tilknytning> forladt(long borgerId, LocalDate today) {
    String cell = row.textOrNull("forladt");
    if (cell == null) {
      return Optional.empty();
    }
    String[] codeAndDays = cell.split("/", 2);
    LocalDate til = today.minusDays(Long.parseLong(codeAndDays[1]));
    return Optional.of(
        new Tilknytning(
            borgerId,
            OrganisationTypeCodelList.AKasse.value(),
            codeAndDays[0],
            til.minusDays(DAYS_OF_THE_PAST_ONE),
            til));
  }

  /** Whether an attachment is {@link #forladt}, as an earlier start made it. */
  static boolean isForladt(Tilknytning found, Tilknytning wanted) {
    return found.organisationstype() == wanted.organisationstype()
        && found.kode().equals(wanted.kode())
        && found.til() != null
        && found.fra().plusDays(DAYS_OF_THE_PAST_ONE).equals(found.til());
  }

  Optional<Gaesteadgang> gaesteadgang(long borgerId) {
    return Optional.ofNullable(row.textOrNull("gaest"))
        .map(
            code ->
                new Gaesteadgang(
                    borgerId, OrganisationTypeCodelList.Jobcenter.value(), code, null));
  }

  Optional<Huskeserviceabonnement> abonnement(long borgerId) {
    return Optional.ofNullable(row.textOrNull("abonnement"))
        .map(kanal -> new Huskeserviceabonnement(borgerId, kanal));
  }

  /** Number and address, verified or not; a landline never is. */
  List<Kontaktinformation> kontaktinformation(long borgerId) {
    KontaktdataStatusCodelList status =
        row.yes("bekraeftet")
            ? KontaktdataStatusCodelList.Verificeret
            : KontaktdataStatusCodelList.IkkeVerificeret;
    return Stream.of(
            contact(borgerId, KontaktdataCodelList.Mobiltelefon, "mobil", status),
            contact(
                borgerId,
                KontaktdataCodelList.FastnetTelefon,
                "fastnet",
                KontaktdataStatusCodelList.IkkeVerificeret),
            contact(borgerId, KontaktdataCodelList.Mailadresse, "mail", status))
        .filter(Objects::nonNull)
        .toList();
  }

  private @Nullable Kontaktinformation contact(
      long borgerId, KontaktdataCodelList type, String column, KontaktdataStatusCodelList status) {
    String kontaktdata = row.textOrNull(column);
    return kontaktdata == null
        ? null
        : new Kontaktinformation(borgerId, type.value(), kontaktdata, status.value());
  }
}
