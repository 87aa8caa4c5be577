package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Register;
import java.util.List;
import java.util.Map;

/** What came into the audit since the last look. */
final class AuditTrail {

  private final Register register;
  private long last;

  AuditTrail(Register register) {
    this.register = register;
    skip();
  }

  /** Takes everything until now for seen. */
  void skip() {
    Object id = register.rows("select max(id) as last from audit").get(0).get("last");
    last = id == null ? 0 : (Long) id;
  }

  /** The one row that came since the last look. */
  Map<String, Object> row() {
    List<Map<String, Object>> rows = rows();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  /** The rows that came since the last look, oldest first. */
  List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows =
        register.rows("select * from audit where id > ? order by id", last);
    skip();
    return rows;
  }

  /** The citizen's identifier in the database. */
  Object id(String cpr) {
    return register.rows("select id from borger where cpr = ?", cpr).get(0).get("id");
  }
}
