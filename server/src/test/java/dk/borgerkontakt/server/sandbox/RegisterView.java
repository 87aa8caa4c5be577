package dk.borgerkontakt.server.sandbox;

import static dk.borgerkontakt.api.model.OrganisationTypeCodelList.AKasse;

import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.kontaktinformation.KontaktinformationDao;
import dk.borgerkontakt.persistence.organisation.Delegering;
import dk.borgerkontakt.persistence.organisation.DelegeringDao;
import dk.borgerkontakt.persistence.organisation.OrganisationDao;
import dk.borgerkontakt.persistence.register.Borger;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.persistence.register.Gaesteadgang;
import dk.borgerkontakt.persistence.register.GaesteadgangDao;
import dk.borgerkontakt.persistence.register.HuskeserviceabonnementDao;
import dk.borgerkontakt.persistence.register.Tilknytning;
import dk.borgerkontakt.persistence.register.TilknytningDao;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What a database holds of the register. */
final class RegisterView {

  private final Database database;

  RegisterView(Database database) {
    this.database = database;
  }

  private <T> T in(Function<Handle, T> work) {
    return database.withHandle(work);
  }

  Optional<Borger> find(String cpr) {
    return in(handle -> new BorgerDao(handle).findByCpr(cpr));
  }

  Borger borger(String cpr) {
    return find(cpr).orElseThrow();
  }

  List<Gaesteadgang> guestAccesses(String cpr) {
    return in(handle -> new GaesteadgangDao(handle).findByBorger(id(cpr)));
  }

  boolean isRemindedByMail(String cpr) {
    return in(handle -> new HuskeserviceabonnementDao(handle).exists(id(cpr), "MAIL"));
  }

  long id(String cpr) {
    return borger(cpr).id();
  }

  boolean knows(OrganisationTypeCodelList type, String code) {
    return in(handle -> new OrganisationDao(handle).exists(type.value(), code));
  }

  List<Delegering> delegations(String cvr, String jobcenter) {
    return in(handle -> new DelegeringDao(handle).find(cvr, jobcenter));
  }

  List<Tilknytning> attachments(long id) {
    return in(handle -> new TilknytningDao(handle).findByBorger(id));
  }

  List<String> currentAttachments(Borger borger) {
    return attachments(borger.id()).stream()
        .filter(row -> row.til() == null)
        .map(row -> row.organisationstype() + "/" + row.kode())
        .toList();
  }

  /** The last days of the citizen's past attachments to a-kasse 11, in order of their first. */
  List<LocalDate> left(String cpr) {
    return attachments(id(cpr)).stream()
        .filter(row -> row.organisationstype() == AKasse.value() && row.kode().equals("11"))
        .map(Tilknytning::til)
        .toList();
  }

  Tilknytning past(String cpr) {
    return attachments(id(cpr)).stream().filter(row -> row.til() != null).findFirst().orElseThrow();
  }

  List<String> contacts(Borger borger) {
    return in(handle -> new KontaktinformationDao(handle).findByBorger(borger.id())).stream()
        .map(row -> row.kontaktdataType() + ":" + row.kontaktdata() + ":" + row.kontaktdatastatus())
        .toList();
  }

  long rows(String table) {
    return in(handle -> handle.select("select count(*) from " + table).mapTo(Long.class).one());
  }

  List<String> everything() {
    return Stream.of(
            "organisation order by 1, 2",
            "delegering order by 1, 2",
            "borger order by 2",
            "tilknytning order by 1, 2, 3, 4",
            "gaesteadgang order by 1, 2, 3",
            "huskeserviceabonnement order by 1, 2",
            "kontaktinformation order by 1, 2")
        .map(
            table ->
                database.<String>withHandle(
                    handle ->
                        handle.select("select * from " + table).mapToMap().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining("\n"))))
        .toList();
  }
}
