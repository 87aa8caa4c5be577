package dk.borgerkontakt.server;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseConfig;
import dk.borgerkontakt.persistence.outbox.MessageState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a service's database says of its messages, seen from beside the running service. */
final class Messages implements AutoCloseable {

  private record Row(String number, MessageState state) {}

  private final Database database;

  Messages(Path data) {
    database =
        Database.open(
            new DatabaseConfig(
                DatabaseConfig.embeddedUrl(data), null, null, 2, Duration.ofSeconds(20)));
  }

  /** The states of the messages to each mobile number. */
  Map<String, List<MessageState>> states() {
    List<Row> rows =
        database.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select k.kontaktdata, o.tilstand from outbox o join kontaktinformation k
                        on k.borger_id = o.borger_id and k.kontaktdata_type = o.kontaktdata_type\
                        """)
                    .map(
                        (row, context) ->
                            new Row(row.getString(1), MessageState.values()[row.getInt(2)]))
                    .list());
    return rows.stream().collect(groupingBy(Row::number, mapping(Row::state, toList())));
  }

  /** How many messages are in this state. */
  long count(MessageState state) {
    return states().values().stream().flatMap(List::stream).filter(state::equals).count();
  }

  @Override
  public void close() {
    database.close();
  }
}
