package dk.borgerkontakt.persistence;

import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.kontaktinformation.KontaktinformationDao;
import dk.borgerkontakt.persistence.register.BorgerDao;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;

/** What the suites that run on every database have in common. */
class DaoContract {

  static final Instant NOW = Instant.parse("2026-03-02T10:15:30.123456Z");
  static final int MOBIL = 1;
  static final int FASTNET = 2;
  static final int MAIL = 3;

  private static final List<String> TABLES =
      List.of(
          "audit",
          "request_id",
          "outbox",
          "beskedbudget",
          "kontaktpause",
          "verifikationskode",
          "slettet_kontaktinformation",
          "kontaktinformation",
          "huskeserviceabonnement",
          "gaesteadgang",
          "tilknytning",
          "delegering",
          "tidligere_cpr",
          "borger",
          "organisation");

  final Database database;

  DaoContract(Database database) {
    this.database = database;
  }

  @BeforeEach
  void emptyTables() {
    database.useTransaction(
        handle -> TABLES.forEach(table -> handle.execute("delete from " + table)));
  }

  <T> T in(Function<Handle, T> work) {
    return database.inTransaction(work);
  }

  // The same for types that overload resolution must know before it looks into the lambda.

  boolean is(Function<Handle, Boolean> work) {
    return in(work);
  }

  <T> Optional<T> find(Function<Handle, Optional<T>> work) {
    return in(work);
  }

  <T> List<T> list(Function<Handle, List<T>> work) {
    return in(work);
  }

  long borger(String cpr) {
    return in(
        handle -> {
          BorgerDao borgere = new BorgerDao(handle);
          borgere.upsert(cpr, false);
          return borgere.findByCpr(cpr).orElseThrow().id();
        });
  }

  void save(long borgerId, int type, String kontaktdata, int status, Instant now) {
    database.useTransaction(
        handle ->
            new KontaktinformationDao(handle)
                .save(new Kontaktinformation(borgerId, type, kontaktdata, status), now));
  }

  Optional<Kontaktinformation> kontaktinformation(long borgerId, int type) {
    return in(handle -> new KontaktinformationDao(handle).find(borgerId, type));
  }

  Optional<String> kontaktdata(long borgerId, int type) {
    return kontaktinformation(borgerId, type).map(Kontaktinformation::kontaktdata);
  }
}
