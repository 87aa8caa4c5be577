package dk.borgerkontakt.server.kontaktinformation;

import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.api.model.KontaktdataCodelList;
import dk.borgerkontakt.api.model.KontaktdataStatusCodelList;
import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.kontaktinformation.KontaktinformationDao;
import dk.borgerkontakt.persistence.register.HuskeserviceabonnementDao;
import dk.borgerkontakt.persistence.verifikation.VerifikationskodeDao;
import dk.borgerkontakt.server.audit.Auditor;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.problem.Refusal;
import dk.borgerkontakt.server.write.WriteTransaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Registering, reading and giving a status to a citizen's contact information. */
public final class KontaktinformationService {

  private final Database database;
  private final WriteTransaction writes;
  private final RegistreringRules rules;
  private final ChangeNotice notice;
  private final Auditor auditor;
  private final Clock clock;

  public KontaktinformationService(
      Database database,
      WriteTransaction writes,
      KontaktdataNormaliser normaliser,
      ChangeNotice notice,
      Auditor auditor,
      Clock clock) {
    this.database = database;
    this.writes = writes;
    this.rules = new RegistreringRules(normaliser);
    this.notice = notice;
    this.auditor = auditor;
    this.clock = clock;
  }

  /** What is registered for the call's citizen, in the order of types; 9159 when nothing is. */
  public List<Kontaktinformation> find(Call call) {
    List<Kontaktinformation> rows =
        database.withHandle(
            handle -> new KontaktinformationDao(handle).findByBorger(call.knownBorger().id()));
    if (rows.isEmpty()) {
      throw new Refusal(Fejlkode.IngenKontaktinformation);
    }
    auditor.read(call);
    return rows;
  }

  /**
   * Registers, changes and deletes, all of it or nothing. Types that aren't named are left alone.
   */
  public void register(Call call, List<Registrering> registreringer) {
    AtomicBoolean isNoticed = new AtomicBoolean();
    writes.run(
        call,
        (handle, borgerId) ->
            isNoticed.set(
                notice.send(handle, call.caller(), register(handle, borgerId, registreringer))));
    if (isNoticed.get()) {
      notice.wake();
    }
  }

  /** Returns what was registered and is replaced or removed now. */
  private List<Kontaktinformation> register(
      Handle handle, long borgerId, List<Registrering> registreringer) {
    Map<KontaktdataCodelList, Kontaktinformation> registered = byType(handle, borgerId);
    boolean remindedByMail =
        new HuskeserviceabonnementDao(handle).exists(borgerId, Kanal.MAIL.name());
    RegistreringRules.checkDeletions(registreringer, registered, remindedByMail);
    Map<KontaktdataCodelList, String> normalised = rules.normalise(registreringer);
    List<Kontaktinformation> gone = new ArrayList<>();
    for (Registrering registrering : registreringer) {
      KontaktdataCodelList type = registrering.type();
      Kontaktinformation old = registered.get(type);
      if (change(handle, borgerId, type, old, normalised.get(type)) && old != null) {
        gone.add(old);
      }
    }
    return gone;
  }

  /**
   * New and changed data starts unverified, and a code for the old address dies with it. Returns
   * whether anything changes.
   */
  private boolean change(
      Handle handle,
      long borgerId,
      KontaktdataCodelList type,
      @Nullable Kontaktinformation registered,
      @Nullable String kontaktdata) {
    if (kontaktdata == null ? registered == null : isSame(registered, kontaktdata)) {
      return false;
    }
    KontaktinformationDao dao = new KontaktinformationDao(handle);
    if (kontaktdata == null) {
      dao.delete(borgerId, type.value(), clock.instant());
    } else {
      int status = KontaktdataStatusCodelList.IkkeVerificeret.value();
      dao.save(
          new Kontaktinformation(borgerId, type.value(), kontaktdata, status), clock.instant());
    }
    new VerifikationskodeDao(handle).killLive(borgerId, type.value(), clock.instant());
    return true;
  }

  private static boolean isSame(@Nullable Kontaktinformation registered, String kontaktdata) {
    return registered != null && registered.kontaktdata().equals(kontaktdata);
  }

  /** Sets any status on a type that is registered, else 9159 or 9242. */
  public void updateStatus(
      Call call, KontaktdataCodelList type, KontaktdataStatusCodelList status) {
    writes.run(
        call,
        (handle, borgerId) -> {
          registered(handle, borgerId, type);
          new KontaktinformationDao(handle)
              .updateStatus(borgerId, type.value(), status.value(), clock.instant());
        });
  }

  /**
   * What is registered of the type; 9159 when nothing is registered at all, 9242 when others are.
   */
  public static Kontaktinformation registered(
      Handle handle, long borgerId, KontaktdataCodelList type) {
    Map<KontaktdataCodelList, Kontaktinformation> registered = byType(handle, borgerId);
    if (registered.isEmpty()) {
      throw new Refusal(Fejlkode.IngenKontaktinformation);
    }
    Kontaktinformation row = registered.get(type);
    if (row == null) {
      throw Refusal.at("/kontaktdataType", Fejlkode.KontaktdataTypeIkkeRegistreret);
    }
    return row;
  }

  private static Map<KontaktdataCodelList, Kontaktinformation> byType(
      Handle handle, long borgerId) {
    Map<KontaktdataCodelList, Kontaktinformation> byType =
        new EnumMap<>(KontaktdataCodelList.class);
    for (Kontaktinformation row : new KontaktinformationDao(handle).findByBorger(borgerId)) {
      byType.put(KontaktdataCodelList.fromValue(row.kontaktdataType()), row);
    }
    return byType;
  }
}
