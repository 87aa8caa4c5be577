package dk.borgerkontakt.server.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Citizens of a test's own in the server's database, so that tests need not share the sandbox's.
 * Every new citizen has a number of its own.
 */
public final class Register {

  public static final int STAR = 1;
  public static final int A_KASSE = 2;
  public static final int ANDEN_AKTOER = 4;
  public static final int KOMMUNE = 7;
  public static final int JOBCENTER = 8;
  public static final int SYSTEM = 9;

  private static final AtomicInteger NEXT = new AtomicInteger(1);

  private final TestServer server;

  Register(TestServer server) {
    this.server = server;
  }

  /** Today where the service reckons its days. */
  public LocalDate today() {
    return LocalDate.ofInstant(server.clock().instant(), ZoneId.of("Europe/Copenhagen"));
  }

  /** A well-formed CPR number that nobody has. */
  public static String freeCpr() {
    return "150381%04d".formatted(NEXT.getAndIncrement());
  }

  /** A valid mobile number that nobody has, in E.164. */
  public static String freeMobile() {
    return "+4520%06d".formatted(500_000 + NEXT.getAndIncrement());
  }

  /** A valid mail address that nobody has. */
  public static String freeEmail() {
    return "test" + NEXT.getAndIncrement() + "@example.org";
  }

  /** A living citizen attached to a-kasse 11, job centre 10100 and municipality 101. */
  public String newCitizen() {
    String cpr = newStranger();
    LocalDate from = today().minusYears(1);
    attach(cpr, A_KASSE, "11", from, null);
    attach(cpr, JOBCENTER, "10100", from, null);
    attach(cpr, KOMMUNE, "101", from, null);
    return cpr;
  }

  /** A living citizen attached to nobody. */
  public String newStranger() {
    String cpr = freeCpr();
    run("insert into borger (cpr, doed) values (?, false)", cpr);
    return cpr;
  }

  public void dies(String cpr) {
    run("update borger set doed = true where cpr = ?", cpr);
  }

  public void attach(String cpr, int type, String code, LocalDate from, LocalDate to) {
    run(
        """
        insert into tilknytning (borger_id, organisationstype, kode, fra, til)
        select id, ?, ?, ?, ? from borger where cpr = ?""",
        type,
        code,
        from,
        to,
        cpr);
  }

  public void detach(String cpr) {
    run("delete from tilknytning where borger_id = (select id from borger where cpr = ?)", cpr);
  }

  public void grantGuestAccess(String cpr, int type, String code, LocalDate until) {
    run(
        """
        insert into gaesteadgang (borger_id, organisationstype, kode, udloeber)
        select id, ?, ?, ? from borger where cpr = ?""",
        type,
        code,
        until,
        cpr);
  }

  public void delegate(String cvr, String jobcenter, LocalDate from, LocalDate to) {
    run(
        "insert into delegering (cvr, jobcenterkode, fra, til) values (?, ?, ?, ?)",
        cvr,
        jobcenter,
        from,
        to);
  }

  public void subscribe(String cpr, String channel) {
    run(
        """
        insert into huskeserviceabonnement (borger_id, kanal)
        select id, ? from borger where cpr = ?""",
        channel,
        cpr);
  }

  /** Every row of the queries as text, bytes as ISO 8859-1: to look for what must not be there. */
  public String dump(String... queries) {
    return Stream.of(queries)
        .flatMap(query -> rows(query).stream())
        .map(row -> row.values().toString())
        .collect(Collectors.joining("\n"));
  }

  /** The rows of a query, each with its columns' names in lower case. */
  public List<Map<String, Object>> rows(String sql, Object... parameters) {
    try (Connection connection = server.database();
        PreparedStatement statement = prepared(connection, sql, parameters);
        ResultSet result = statement.executeQuery()) {
      List<Map<String, Object>> rows = new ArrayList<>();
      while (result.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          Object value = result.getObject(i);
          row.put(
              result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT),
              value instanceof byte[] bytes ? new String(bytes, ISO_8859_1) : value);
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Any statement; positional parameters. Returns the number of rows. */
  public int run(String sql, Object... parameters) {
    try (Connection connection = server.database();
        PreparedStatement statement = prepared(connection, sql, parameters)) {
      statement.execute();
      return Math.max(0, statement.getUpdateCount());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
