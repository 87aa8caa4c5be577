package dk.borgerkontakt.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.outbox.Addressee;
import dk.borgerkontakt.persistence.outbox.MessageFate;
import dk.borgerkontakt.persistence.outbox.MessageFateDao;
import dk.borgerkontakt.persistence.outbox.MessageState;
import dk.borgerkontakt.persistence.outbox.Origin;
import dk.borgerkontakt.persistence.outbox.OutboxDao;
import dk.borgerkontakt.persistence.outbox.OutboxMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MessageFateDaoContract extends DaoContract {

  private static final byte[] ADDRESS = {1, 2, 3};
  private static final Instant LATER = NOW.plusSeconds(3);

  MessageFateDaoContract(Database database) {
    super(database);
  }

  private boolean delivered(UUID id, String code) {
    return in(handle -> new MessageFateDao(handle).delivered(id, LATER, code));
  }

  private boolean failed(UUID id, String code) {
    return in(handle -> new MessageFateDao(handle).failed(id, LATER, code));
  }

  private Optional<UUID> named(String kanal, String gatewayId) {
    return in(handle -> new MessageFateDao(handle).findByGatewayId(kanal, gatewayId));
  }

  private Optional<Addressee> addressee(UUID id) {
    return in(handle -> new MessageFateDao(handle).addressee(id));
  }

  private boolean queue(Function<OutboxDao, Boolean> work) {
    return in(handle -> work.apply(new OutboxDao(handle)));
  }

  private UUID queued(long borgerId, Instant created) {
    UUID id = UUID.randomUUID();
    OutboxMessage message =
        new OutboxMessage(
            id,
            new Origin(borgerId, MOBIL, ADDRESS, null),
            "SMS",
            new byte[] {7},
            created,
            created.plusSeconds(300));
    database.useTransaction(handle -> new OutboxDao(handle).insert(message));
    return id;
  }

  private UUID sent(long borgerId, String gatewayId) {
    UUID id = queued(borgerId, NOW);
    assertThat(queue(dao -> dao.sent(id, NOW, gatewayId))).isTrue();
    return id;
  }

  private List<MessageFate> of(long borgerId) {
    List<MessageFate> fates = new ArrayList<>();
    database.useTransaction(
        handle ->
            new MessageFateDao(handle)
                .stream(borgerId, NOW.minusSeconds(60), NOW.plusSeconds(60), fates::add));
    return fates;
  }

  @Test
  void findsAMessageByTheNewestUseOfItsName() {
    long borgerId = borger("0107809001");
    sent(borgerId, "a");
    UUID older = queued(borgerId, NOW.minusSeconds(9));
    queue(dao -> dao.sent(older, NOW, "b"));
    UUID newer = sent(borgerId, "b");

    assertThat(named("SMS", "b")).contains(newer);
    assertThat(named("MAIL", "b")).isEmpty();
    assertThat(named("SMS", "c")).isEmpty();
  }

  @Test
  void settlesASentMessageOnce() {
    UUID id = sent(borger("0107809001"), "a");

    assertThat(failed(id, "UNDELIV 001")).isTrue();
    assertThat(delivered(id, "DELIVRD 000")).isFalse();
    assertThat(failed(id, "UNDELIV 001")).isFalse();
  }

  @Test
  void settlesNothingThatWasNotSent() {
    UUID queued = queued(borger("0107809001"), NOW);

    assertThat(delivered(queued, "DELIVRD")).isFalse();
    queue(dao -> dao.dropped(queued, NOW));
    assertThat(failed(queued, "UNDELIV")).isFalse();
  }

  @Test
  void tellsWhatBecameOfACitizensMessagesOldestFirst() {
    long borgerId = borger("0107809001");
    UUID delivered = sent(borgerId, "a");
    delivered(delivered, "DELIVRD 000");
    UUID refused = queued(borgerId, NOW.plusSeconds(1));
    queue(dao -> dao.refused(refused, LATER, "550 5.1.1"));
    UUID dropped = queued(borgerId, NOW.plusSeconds(2));
    queue(dao -> dao.dropped(dropped, LATER));
    UUID waiting = queued(borgerId, NOW.plusSeconds(3));
    queued(borgerId, NOW.plusSeconds(60));
    sent(borger("0207809002"), "x");

    assertThat(of(borgerId))
        .containsExactly(
            new MessageFate(
                delivered, "SMS", MessageState.DELIVERED, NOW, NOW, LATER, "a", "DELIVRD 000"),
            new MessageFate(
                refused,
                "SMS",
                MessageState.FAILED,
                NOW.plusSeconds(1),
                LATER,
                null,
                null,
                "550 5.1.1"),
            new MessageFate(
                dropped, "SMS", MessageState.DROPPED, NOW.plusSeconds(2), LATER, null, null, null),
            new MessageFate(
                waiting, "SMS", MessageState.QUEUED, NOW.plusSeconds(3), null, null, null, null));
  }

  @Test
  void tellsWhomAMessageWentTo() {
    long borgerId = borger("0107809001");
    UUID id = sent(borgerId, "a");

    Addressee addressee = addressee(id).orElseThrow();

    assertThat(addressee.borgerId()).isEqualTo(borgerId);
    assertThat(addressee.kontaktdataType()).isEqualTo(MOBIL);
    assertThat(addressee.adresseHmac()).isEqualTo(ADDRESS);
    assertThat(addressee.oprettet()).isEqualTo(NOW);
    assertThat(addressee(UUID.randomUUID())).isEmpty();
  }
}
