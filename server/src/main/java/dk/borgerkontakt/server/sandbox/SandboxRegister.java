package dk.borgerkontakt.server.sandbox;

import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.kontaktinformation.KontaktinformationDao;
import dk.borgerkontakt.persistence.organisation.Delegering;
import dk.borgerkontakt.persistence.organisation.DelegeringDao;
import dk.borgerkontakt.persistence.organisation.Organisation;
import dk.borgerkontakt.persistence.organisation.OrganisationDao;
import dk.borgerkontakt.persistence.register.Borger;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.persistence.register.GaesteadgangDao;
import dk.borgerkontakt.persistence.register.HuskeserviceabonnementDao;
import dk.borgerkontakt.persistence.register.Tilknytning;
import dk.borgerkontakt.persistence.register.TilknytningDao;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The sandbox's organisations and citizens. A citizen is written whole, once: what users change or
 * import afterwards stays. Only the attachments that ended "so many days ago" follow the day.
 */
public final class SandboxRegister {

  /** A fixed day, as {@link Persona}'s attachments have. */
  private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);

  private final Clock clock;
  private final ZoneId zone;

  /**
   * @param zone where the days of attachments are reckoned
   */
  public SandboxRegister(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /** Brings the database up to today, all of it or nothing; to be called at each start. */
  public void seed(Database database) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    database.useTransaction(
        handle -> {
          seedOrganisations(new OrganisationDao(handle));
          seedDelegations(new DelegeringDao(handle));
          Persona.all().forEach(persona -> seed(handle, persona, today));
        });
  }

  private static void seedOrganisations(OrganisationDao dao) {
    List<Organisation> missing =
        SandboxTable.read("organisationer.csv", SandboxRegister::organisation).stream()
            .filter(row -> !dao.exists(row.type(), row.kode()))
            .toList();
    dao.upsertAll(missing);
  }

  private static Organisation organisation(SandboxTable.Row row) {
    return new Organisation(
        OrganisationTypeCodelList.valueOf(row.text("organisationstype")).value(),
        row.text("kode"),
        row.text("navn"));
  }

  private static void seedDelegations(DelegeringDao dao) {
    SandboxTable.read("delegeringer.csv", SandboxRegister::delegation).stream()
        .filter(row -> dao.find(row.cvr(), row.jobcenterkode()).isEmpty())
        .forEach(dao::upsert);
  }

  private static Delegering delegation(SandboxTable.Row row) {
    return new Delegering(row.text("cvr"), row.text("jobcenterkode"), BEGINNING, null);
  }

  /** A number that a citizen gave up is known too: such a citizen is not made again. */
  private void seed(Handle handle, Persona persona, LocalDate today) {
    BorgerDao borgere = new BorgerDao(handle);
    Optional<Borger> known = borgere.resolve(persona.cpr());
    if (known.isPresent()) {
      long id = known.get().id();
      persona.forladt(id, today).ifPresent(past -> move(handle, past));
    } else {
      borgere.upsert(persona.cpr(), persona.doed());
      long id = borgere.findByCpr(persona.cpr()).orElseThrow().id();
      fill(handle, persona, id);
      persona.forladt(id, today).ifPresent(new TilknytningDao(handle)::upsert);
    }
  }

  private void fill(Handle handle, Persona persona, long id) {
    new TilknytningDao(handle).upsertAll(persona.tilknytninger(id));
    persona.gaesteadgang(id).ifPresent(new GaesteadgangDao(handle)::upsert);
    persona.abonnement(id).ifPresent(new HuskeserviceabonnementDao(handle)::upsert);
    new KontaktinformationDao(handle).importAll(persona.kontaktinformation(id), clock.instant());
  }

  /** Moves the attachment that an earlier start made, unless an imported one is in its place. */
  private static void move(Handle handle, Tilknytning wanted) {
    new BorgerDao(handle).lockById(wanted.borgerId());
    TilknytningDao dao = new TilknytningDao(handle);
    List<Tilknytning> found = dao.findByBorger(wanted.borgerId());
    if (found.stream().noneMatch(row -> hasKeyOf(row, wanted))) {
      found.stream()
          .filter(row -> Persona.isForladt(row, wanted))
          .findFirst()
          .ifPresent(row -> dao.move(row, wanted.fra(), Objects.requireNonNull(wanted.til())));
    }
  }

  private static boolean hasKeyOf(Tilknytning row, Tilknytning wanted) {
    return row.organisationstype() == wanted.organisationstype()
        && row.kode().equals(wanted.kode())
        && row.fra().equals(wanted.fra());
  }
}
