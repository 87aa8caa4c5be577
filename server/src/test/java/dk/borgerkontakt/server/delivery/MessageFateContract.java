package dk.borgerkontakt.server.delivery;

import static dk.borgerkontakt.server.delivery.OutboxFixture.NUMBER;
import static dk.borgerkontakt.server.delivery.OutboxFixture.TYPE;
import static dk.borgerkontakt.server.delivery.OutboxFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.audit.AuditDao;
import dk.borgerkontakt.persistence.audit.AuditRow;
import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.kontaktinformation.KontaktinformationDao;
import dk.borgerkontakt.persistence.outbox.MessageFate;
import dk.borgerkontakt.persistence.outbox.MessageFateDao;
import dk.borgerkontakt.persistence.outbox.MessageState;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.server.delivery.OutboxFixture.Workers;
import dk.borgerkontakt.server.outbox.DeliveryReceipts.Receipt;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a gateway says of a message, at once or later, and what the service does about it. */
class MessageFateContract extends DeliveryContract {

  private static final int UNVERIFIED = 1;
  private static final int VERIFIED = 2;
  private static final int INVALID = 3;

  MessageFateContract(Database database) {
    super(database);
  }

  @BeforeEach
  void registerTheNumber() {
    register(NUMBER, UNVERIFIED);
  }

  @Test
  void keepsTheGatewaysNameOfAMessageAndNothingOfItsContent() {
    Message message = sentWith(new Outcome.Accepted("gw-1"));

    MessageFate fate = fateOf(message);
    assertThat(fate.tilstand()).isEqualTo(MessageState.SENT);
    assertThat(fate.gatewayId()).isEqualTo("gw-1");
    assertThat(fixture.hasContent(message.id())).isFalse();
    assertThat(status()).isEqualTo(UNVERIFIED);
  }

  @Test
  void givesUpAMessageThatTheGatewayRefuses() {
    Message message = sentWith(new Outcome.Refused(false, "554"));

    assertThat(fateOf(message).tilstand()).isEqualTo(MessageState.FAILED);
    assertThat(fateOf(message).gatewayKode()).isEqualTo("554");
    assertThat(fixture.hasContent(message.id())).isFalse();
    assertThat(status()).isEqualTo(UNVERIFIED);
    assertThat(audit()).isEmpty();
  }

  @Test
  void marksAnAddressAtWhichNobodyCanBeReachedAndSaysWhoDidIt() {
    sentWith(new Outcome.Refused(true, "550 5.1.1"));

    assertThat(status()).isEqualTo(INVALID);
    assertThat(audit())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.caller().clientId()).isEqualTo("borgerkontakt");
              assertThat(row.caller().organisationstype()).isEqualTo(9);
              assertThat(row.caller().organisationskode()).isEqualTo("borgerkontakt");
              assertThat(row.operation()).isEqualTo("updateKontaktinformation");
              assertThat(row.resultat()).isZero();
            });
  }

  @Test
  void leavesAnotherAddressAlone() {
    fixture.enqueue();
    register("+4520120099", UNVERIFIED);

    Workers workers = start(new Outcome.Refused(true, "550 5.1.1"));

    await(() -> workers.failed() == 1);
    assertThat(status()).isEqualTo(UNVERIFIED);
    assertThat(audit()).isEmpty();
  }

  @Test
  void leavesAnAddressAloneThatWasProvenSince() {
    fixture.enqueue();
    register(NUMBER, VERIFIED);

    Workers workers = start(new Outcome.Refused(true, "550 5.1.1"));

    await(() -> workers.failed() == 1);
    assertThat(status()).isEqualTo(VERIFIED);
  }

  @ParameterizedTest
  @EnumSource(Receipt.class)
  void notesWhatTheGatewayTellsLater(Receipt receipt) {
    Workers workers = start(new Outcome.Accepted("gw-1"));
    Message message = enqueueAndSend(workers);

    assertThat(workers.ledger().received(Kanal.SMS, "gw-1", receipt, "STATE 001")).isTrue();

    MessageFate fate = fateOf(message);
    assertThat(fate.tilstand())
        .isEqualTo(receipt == Receipt.DELIVERED ? MessageState.DELIVERED : MessageState.FAILED);
    assertThat(fate.kvitteret()).isEqualTo(fixture.clock.instant());
    assertThat(fate.gatewayKode()).isEqualTo("STATE 001");
    assertThat(status()).isEqualTo(receipt == Receipt.ADDRESS_INVALID ? INVALID : UNVERIFIED);
    assertThat(audit()).hasSize(receipt == Receipt.ADDRESS_INVALID ? 1 : 0);
  }

  @Test
  void countsAndMarksOnceWhenAReceiptComesTwice() {
    Workers workers = start(new Outcome.Accepted("gw-1"));
    enqueueAndSend(workers);

    workers.ledger().received(Kanal.SMS, "gw-1", Receipt.ADDRESS_INVALID, "UNDELIV 001");
    assertThat(workers.ledger().received(Kanal.SMS, "gw-1", Receipt.DELIVERED, "DELIVRD 000"))
        .isTrue();
    workers.ledger().received(Kanal.SMS, "gw-1", Receipt.ADDRESS_INVALID, "UNDELIV 001");

    assertThat(workers.failed()).isEqualTo(1);
    assertThat(audit()).hasSize(1);
  }

  @Test
  void knowsNoMessageByANameThatTheGatewayNeverGave() {
    Workers workers = start(new Outcome.Accepted("gw-1"));
    enqueueAndSend(workers);

    assertThat(workers.ledger().received(Kanal.SMS, "gw-2", Receipt.DELIVERED, "")).isFalse();
    assertThat(workers.ledger().received(Kanal.MAIL, "gw-1", Receipt.DELIVERED, "")).isFalse();
  }

  @Test
  void followsACitizenToAnotherNumber() {
    Workers workers = start(new Outcome.Accepted("gw-1"));
    enqueueAndSend(workers);
    long other =
        fixture.database.inTransaction(
            handle -> {
              new BorgerDao(handle).upsert("0107809001", false);
              new BorgerDao(handle).changeCpr("0207809002", "0107809001", fixture.clock.instant());
              return new BorgerDao(handle).findByCpr("0107809001").orElseThrow().id();
            });

    workers.ledger().received(Kanal.SMS, "gw-1", Receipt.ADDRESS_INVALID, "UNDELIV 001");

    assertThat(statusOf(other)).isEqualTo(INVALID);
  }

  private Message sentWith(Outcome outcome) {
    return enqueueAndSend(start(outcome));
  }

  private Workers start(Outcome outcome) {
    return fixture.start(fixture.outbox, 2, (message, udloeber) -> outcome);
  }

  private Message enqueueAndSend(Workers workers) {
    Message message = fixture.enqueue();
    fixture.outbox.wake();
    await(() -> workers.sent() + workers.failed() == 1);
    return message;
  }

  private void register(String number, int status) {
    fixture.database.useTransaction(
        handle ->
            new KontaktinformationDao(handle)
                .save(
                    new Kontaktinformation(fixture.borgerId, TYPE, number, status),
                    fixture.clock.instant()));
  }

  private int status() {
    return statusOf(fixture.borgerId);
  }

  private int statusOf(long borgerId) {
    return fixture
        .database
        .withHandle(handle -> new KontaktinformationDao(handle).findByBorger(borgerId))
        .get(0)
        .kontaktdatastatus();
  }

  private MessageFate fateOf(Message message) {
    List<MessageFate> fates = new ArrayList<>();
    fixture.database.useTransaction(
        handle ->
            new MessageFateDao(handle)
                .stream(
                    fixture.borgerId,
                    OutboxFixture.NOW,
                    OutboxFixture.NOW.plusSeconds(3600),
                    fates::add));
    return fates.stream().filter(it -> it.id().equals(message.id())).findFirst().orElseThrow();
  }

  private List<AuditRow> audit() {
    List<AuditRow> rows = new ArrayList<>();
    fixture.database.useTransaction(
        handle ->
            new AuditDao(handle)
                .stream(
                    fixture.borgerId,
                    List.of(),
                    OutboxFixture.NOW.minusSeconds(1),
                    OutboxFixture.NOW.plusSeconds(3600),
                    rows::add));
    return rows;
  }
}
