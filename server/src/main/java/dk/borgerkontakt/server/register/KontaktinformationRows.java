package dk.borgerkontakt.server.register;

import dk.borgerkontakt.api.model.KontaktdataCodelList;
import dk.borgerkontakt.api.model.KontaktdataStatusCodelList;
import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.kontaktinformation.KontaktinformationDao;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.persistence.verifikation.VerifikationskodeDao;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.kontaktinformation.KontaktdataNormaliser;
import dk.borgerkontakt.server.kontaktinformation.UgyldigKontaktdataException;
import dk.borgerkontakt.server.register.OfBorger.Unresolved;
import dk.borgerkontakt.server.register.csv.CsvRow;
import dk.borgerkontakt.server.register.csv.RejectedRowException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads and stores contact data, checked and put into form as the operation does it. */
final class KontaktinformationRows {
  private static final int LONGEST = 1000;

  private final CprColumn cprColumn;
  private final KontaktdataNormaliser normaliser;
  private final Clock clock;

  KontaktinformationRows(CprColumn cprColumn, Contract contract, Clock clock) {
    this.cprColumn = cprColumn;
    this.normaliser = new KontaktdataNormaliser(contract);
    this.clock = clock;
  }

  Unresolved<Kontaktinformation> read(CsvRow row) throws RejectedRowException {
    KontaktdataCodelList type = type(row);
    int status = row.integer("status");
    if (Arrays.stream(KontaktdataStatusCodelList.values()).noneMatch(s -> s.value() == status)) {
      throw new RejectedRowException("status is not in the code list");
    }
    String kontaktdata = normalised(type, row.text("kontaktdata", LONGEST));
    return new Unresolved<>(
        cprColumn.read(row, "cpr"),
        id -> new Kontaktinformation(id, type.value(), kontaktdata, status));
  }

  /** Holds nobody whose rows are as they should be. */
  void store(Handle handle, List<Kontaktinformation> rows) {
    KontaktinformationDao dao = new KontaktinformationDao(handle);
    List<Kontaktinformation> news = dao.findNews(rows);
    List<Long> borgere = news.stream().map(Kontaktinformation::borgerId).distinct().toList();
    if (borgere.isEmpty()) {
      return;
    }
    new BorgerDao(handle).lockByIds(borgere);
    List<Kontaktinformation> sentTo = dao.findWithLiveCode(borgere, clock.instant());
    dao.importAll(news, clock.instant());
    sentTo.forEach(before -> killCodeIfChanged(handle, before));
  }

  /** A code dies with its address, whoever changes it. */
  private void killCodeIfChanged(Handle handle, Kontaktinformation before) {
    boolean isSame =
        new KontaktinformationDao(handle)
            .find(before.borgerId(), before.kontaktdataType())
            .filter(after -> after.kontaktdata().equals(before.kontaktdata()))
            .isPresent();
    if (!isSame) {
      new VerifikationskodeDao(handle)
          .killLive(before.borgerId(), before.kontaktdataType(), clock.instant());
    }
  }

  private static KontaktdataCodelList type(CsvRow row) throws RejectedRowException {
    int type = row.integer("type");
    return Arrays.stream(KontaktdataCodelList.values())
        .filter(one -> one.value() == type)
        .findFirst()
        .orElseThrow(() -> new RejectedRowException("type is not in the code list"));
  }

  private String normalised(KontaktdataCodelList type, String kontaktdata)
      throws RejectedRowException {
    try {
      return normaliser.normalise(type, kontaktdata);
    } catch (UgyldigKontaktdataException e) {
      throw new RejectedRowException("kontaktdata is not valid for its type: " + e.code());
    }
  }
}
