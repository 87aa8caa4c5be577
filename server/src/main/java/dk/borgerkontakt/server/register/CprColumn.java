package dk.borgerkontakt.server.register;

import dk.borgerkontakt.server.contract.CprForm;
import dk.borgerkontakt.server.register.csv.CsvRow;
import dk.borgerkontakt.server.register.csv.RejectedRowException;

/** Reads CPR numbers. Ten zeros have the form, but are nobody's. */
final class CprColumn {
  private static final String NOBODY = "0000000000";

  private final CprForm form;

  CprColumn(CprForm form) {
    this.form = form;
  }

  /** The CPR number in the column. */
  String read(CsvRow row, String column) throws RejectedRowException {
    String cpr = row.text(column, 10);
    if (!form.admits(cpr) || cpr.equals(NOBODY)) {
      throw new RejectedRowException(column + " is no CPR number");
    }
    return cpr;
  }
}
