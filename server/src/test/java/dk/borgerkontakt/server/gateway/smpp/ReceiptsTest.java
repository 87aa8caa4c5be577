package dk.borgerkontakt.server.gateway.smpp;

import static dk.borgerkontakt.server.gateway.smpp.Fixture.bound;
import static dk.borgerkontakt.server.gateway.smpp.Fixture.send;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.outbox.DeliveryReceipts;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.Outcome;
import dk.borgerkontakt.server.testing.TestSmsCentre;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiptsTest implements DeliveryReceipts {

  private static final int OK = 0;
  private static final int AGAIN = 0x64;

  private final TestSmsCentre other = TestSmsCentre.start();
  private final SmsCentre centre = Fixture.centre(other.port(), this);

  /** What the outbox has noted, and the names that it knows. */
  private final List<String> noted = new CopyOnWriteArrayList<>();

  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private volatile boolean databaseIsAway;

  @Override
  public boolean received(Kanal kanal, String gatewayId, Receipt receipt, String code) {
    if (databaseIsAway) {
      throw new IllegalStateException("away");
    }
    return known.contains(gatewayId)
        && noted.add(kanal + " " + gatewayId + " " + receipt + " " + code);
  }

  @BeforeEach
  void bind() {
    bound(centre, other);
  }

  @AfterEach
  void stop() {
    centre.close();
    other.close();
  }

  @Test
  void aReceiptIsAnsweredWhenItIsNoted() {
    known.add("17");

    assertThat(other.receipt("17", "DELIVRD", "000")).isEqualTo(OK);
    assertThat(noted).containsExactly("SMS 17 DELIVERED DELIVRD 000");
  }

  @Test
  void aReceiptThatComesTooEarlyWaitsForItsMessage() throws IOException {
    CompletableFuture<Integer> early =
        CompletableFuture.supplyAsync(() -> other.receipt("18", "UNDELIV", "001"));
    known.add("17");

    // Neither receipts nor answers stand behind it.
    assertThat(other.receipt("17", "DELIVRD", "000")).isEqualTo(OK);
    assertThat(send(centre, "Hej")).isInstanceOf(Outcome.Accepted.class);
    assertThat(early).isNotDone();

    known.add("18");
    assertThat(early.join()).isEqualTo(OK);
    assertThat(noted).contains("SMS 18 ADDRESS_INVALID UNDELIV 001");
  }

  @Test
  void manyEarlyReceiptsHoldUpNoOther() throws IOException {
    List<CompletableFuture<Integer>> early =
        IntStream.range(0, 30)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> other.receipt("x" + i, "DELIVRD", "000"),
                        task -> new Thread(task).start()))
            .toList();

    assertThat(send(centre, "Hej")).isInstanceOf(Outcome.Accepted.class);
    IntStream.range(0, 30).forEach(i -> known.add("x" + i));

    assertThat(early).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(OK));
    assertThat(noted).hasSize(30);
  }

  @Test
  void aReceiptOfAMessageThatNobodyKnowsIsTakenInTheEnd() {
    assertThat(other.receipt("99", "DELIVRD", "000")).isEqualTo(OK);
    assertThat(noted).isEmpty();
  }

  @Test
  void aReceiptThatCanNotBeNotedIsAskedForAgain() {
    known.add("17");
    databaseIsAway = true;
    assertThat(other.receipt("17", "DELIVRD", "000")).isEqualTo(AGAIN);

    databaseIsAway = false;
    assertThat(other.receipt("17", "DELIVRD", "000")).isEqualTo(OK);
    assertThat(noted).hasSize(1);
  }

  @Test
  void aReceiptInDecimalFindsAnIdInHexadecimal() throws IOException {
    other.taken().writeIds(number -> "%08X".formatted(0xABCD_0000L + number));
    Outcome.Accepted accepted = (Outcome.Accepted) send(centre, "Hej");
    known.add(accepted.gatewayId());

    assertThat(
            other.receipt(Long.toString(Long.parseLong(accepted.gatewayId(), 16)), "DELIVRD", "0"))
        .isEqualTo(OK);
    assertThat(noted).containsExactly("SMS " + accepted.gatewayId() + " DELIVERED DELIVRD 0");
  }

  @Test
  void aReceiptMayBeInParametersAlone() {
    known.add("17");

    assertThat(
            other.deliver(
                MessageType.SMSC_DEL_RECEIPT,
                "",
                new OptionalParameter.Receipted_message_id("17"),
                new OptionalParameter.Message_state((byte) 8)))
        .isEqualTo(OK);
    assertThat(noted).containsExactly("SMS 17 ADDRESS_INVALID REJECTD");
  }

  @Test
  void whatACitizenWritesIsTakenAndForgotten() {
    known.add("17");

    assertThat(other.deliver(MessageType.DEFAULT, "id:17 stat:UNDELIV err:000")).isEqualTo(OK);
    assertThat(other.deliver(MessageType.SMSC_DEL_RECEIPT, "id:17 stat:ENROUTE")).isEqualTo(OK);
    assertThat(noted).isEmpty();
  }
}
