package dk.borgerkontakt.server.register;

import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import dk.borgerkontakt.persistence.organisation.Delegering;
import dk.borgerkontakt.persistence.organisation.DelegeringDao;
import dk.borgerkontakt.persistence.organisation.Organisation;
import dk.borgerkontakt.persistence.organisation.OrganisationDao;
import dk.borgerkontakt.persistence.register.Gaesteadgang;
import dk.borgerkontakt.persistence.register.GaesteadgangDao;
import dk.borgerkontakt.persistence.register.Huskeserviceabonnement;
import dk.borgerkontakt.persistence.register.HuskeserviceabonnementDao;
import dk.borgerkontakt.persistence.register.Tilknytning;
import dk.borgerkontakt.persistence.register.TilknytningDao;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.register.OfBorger.Unresolved;
import dk.borgerkontakt.server.register.csv.CsvRow;
import dk.borgerkontakt.server.register.csv.RejectedRowException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the columns of each file mean. */
final class RegisterLoaders {
  private static final int LONGEST_CODE = 20;
  private static final int LONGEST_NAME = 200;

  private final CprColumn cprColumn;
  private final KontaktinformationRows kontaktinformation;
  private final Clock clock;

  RegisterLoaders(Contract contract, Clock clock) {
    this.cprColumn = new CprColumn(contract.cprForm());
    this.kontaktinformation = new KontaktinformationRows(cprColumn, contract, clock);
    this.clock = clock;
  }

  RowLoader<?> of(RegisterFile file) {
    return switch (file) {
      case ORGANISATIONER ->
          RowLoader.of(
              RegisterLoaders::organisation,
              (handle, rows) -> new OrganisationDao(handle).upsertAll(rows));
      case BORGERE -> new BorgerLoader(cprColumn, clock);
      case TILKNYTNINGER ->
          new OfBorger<>(
              this::tilknytning, (handle, rows) -> new TilknytningDao(handle).upsertAll(rows));
      case GAESTEADGANGE ->
          new OfBorger<>(
              this::gaesteadgang, (handle, rows) -> new GaesteadgangDao(handle).upsertAll(rows));
      case DELEGERINGER ->
          RowLoader.of(
              RegisterLoaders::delegering,
              (handle, rows) -> new DelegeringDao(handle).upsertAll(rows));
      case HUSKESERVICEABONNEMENTER ->
          new OfBorger<>(
              this::abonnement,
              (handle, rows) -> new HuskeserviceabonnementDao(handle).upsertAll(rows));
      case KONTAKTINFORMATION ->
          new OfBorger<>(kontaktinformation::read, kontaktinformation::store);
    };
  }

  private static Organisation organisation(CsvRow row) throws RejectedRowException {
    return new Organisation(
        organisationType(row, "type"),
        row.text("kode", LONGEST_CODE),
        row.text("navn", LONGEST_NAME));
  }

  private static Delegering delegering(CsvRow row) throws RejectedRowException {
    String cvr = row.text("cvr", LONGEST_CODE);
    if (!cvr.matches("[0-9]{8}")) {
      throw new RejectedRowException("cvr is no CVR number of eight digits");
    }
    LocalDate fra = row.date("fra");
    return new Delegering(cvr, row.text("jobcenterkode", LONGEST_CODE), fra, til(row, fra));
  }

  private Unresolved<Tilknytning> tilknytning(CsvRow row) throws RejectedRowException {
    int type = organisationType(row, "organisationstype");
    String kode = row.text("kode", LONGEST_CODE);
    LocalDate fra = row.date("fra");
    LocalDate til = til(row, fra);
    return new Unresolved<>(
        cprColumn.read(row, "cpr"), id -> new Tilknytning(id, type, kode, fra, til));
  }

  private Unresolved<Gaesteadgang> gaesteadgang(CsvRow row) throws RejectedRowException {
    int type = organisationType(row, "organisationstype");
    String kode = row.text("kode", LONGEST_CODE);
    LocalDate udloeber = row.optionalDate("udloeber");
    return new Unresolved<>(
        cprColumn.read(row, "cpr"), id -> new Gaesteadgang(id, type, kode, udloeber));
  }

  private Unresolved<Huskeserviceabonnement> abonnement(CsvRow row) throws RejectedRowException {
    String kanal = row.text("kanal", LONGEST_CODE);
    if (!kanal.equals("SMS") && !kanal.equals("MAIL")) {
      throw new RejectedRowException("kanal is neither SMS nor MAIL");
    }
    return new Unresolved<>(
        cprColumn.read(row, "cpr"), id -> new Huskeserviceabonnement(id, kanal));
  }

  private static int organisationType(CsvRow row, String column) throws RejectedRowException {
    int type = row.integer(column);
    if (Arrays.stream(OrganisationTypeCodelList.values()).noneMatch(one -> one.value() == type)) {
      throw new RejectedRowException(column + " is not in the code list");
    }
    return type;
  }

  private static @Nullable LocalDate til(CsvRow row, LocalDate fra) throws RejectedRowException {
    LocalDate til = row.optionalDate("til");
    if (til != null && til.isBefore(fra)) {
      throw new RejectedRowException("til is before fra");
    }
    return til;
  }
}
