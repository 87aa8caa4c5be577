package dk.borgerkontakt.server.gateway.smpp.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.outbox.DeliveryReceipts.Receipt;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusReportTest {

  private static final String STANDARD =
      "id:%s sub:001 dlvrd:001 submit date:2611251200 done date:2611251201 stat:%s err:%s text:Hej";

  @ParameterizedTest
  @CsvSource({
    "DELIVRD, DELIVERED, DELIVRD 000",
    "UNDELIV, ADDRESS_INVALID, UNDELIV 000",
    "REJECTD, ADDRESS_INVALID, REJECTD 000",
    "EXPIRED, FAILED, EXPIRED 000",
    "DELETED, FAILED, DELETED 000",
    "UNKNOWN, FAILED, UNKNOWN 000",
    "delivered, DELIVERED, DELIVRD 000",
    "Undeliverable, ADDRESS_INVALID, UNDELIV 000"
  })
  void aStateIsAnEnd(String state, Receipt receipt, String code) {
    StatusReport report = report(STANDARD.formatted("17", state, "000"));

    assertThat(report.ids()).containsExactly("17");
    assertThat(report.receipt()).isEqualTo(receipt);
    assertThat(report.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ENROUTE", "ACCEPTD", "BUFFERED", ""})
  void aStateOnTheWayIsNone(String state) {
    assertThat(StatusReport.of(receipt(STANDARD.formatted("17", state, "000")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "id:a-1 stat:DELIVRD, a-1, DELIVRD",
    "ID:a-1 STAT:delivrd ERR:0a, a-1, DELIVRD 0A",
    "id: a-1 stat: DELIVRD err: 1, a-1, DELIVRD 1",
    "stat:DELIVRD id:a-1, a-1, DELIVRD",
    "id:a-1 stat:DELIVRD err:12æ6, a-1, DELIVRD 12"
  })
  void aTextMayHaveAnotherForm(String text, String id, String code) {
    assertThat(report(text).ids()).containsExactly(id);
    assertThat(report(text).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4520120002", "20120002", "a4520120002", "1234567890123456789"})
  void aCodeThatMayBeANumberIsLeftOut(String code) {
    assertThat(report(STANDARD.formatted("17", "UNDELIV", code)).code()).isEqualTo("UNDELIV");
  }

  @Test
  void aTextMayHaveNullOctets() {
    assertThat(report("id:17\0stat:UNDELIV\0err:001\0\0").code()).isEqualTo("UNDELIV 001");
    assertThat(report("id:17\0stat:UNDELIV\0err:001\0\0").ids()).containsExactly("17");
  }

  @Test
  void aTextMayBeUcs2() {
    DeliverSm deliverSm = receipt("id:17 stat:DELIVRD", StandardCharsets.UTF_16BE);
    deliverSm.setDataCoding((byte) 8);

    assertThat(StatusReport.of(deliverSm).orElseThrow().ids()).containsExactly("17");
  }

  @Test
  void parametersGoBeforeTheText() {
    DeliverSm deliverSm = receipt(STANDARD.formatted("17", "ENROUTE", "003"));
    deliverSm.setOptionalParameters(
        new OptionalParameter.Receipted_message_id("11"),
        new OptionalParameter.Message_state((byte) 5));

    StatusReport report = StatusReport.of(deliverSm).orElseThrow();

    assertThat(report.ids()).containsExactly("11", "17");
    assertThat(report.receipt()).isEqualTo(Receipt.ADDRESS_INVALID);
    assertThat(report.code()).isEqualTo("UNDELIV 003");
  }

  @Test
  void parametersAreEnough() {
    DeliverSm deliverSm = receipt("");
    deliverSm.setOptionalParameters(
        new OptionalParameter.Receipted_message_id("11"),
        new OptionalParameter.Message_state((byte) 2));

    assertThat(StatusReport.of(deliverSm).orElseThrow().code()).isEqualTo("DELIVRD");
  }

  @Test
  void theTextMayBeInThePayload() {
    DeliverSm deliverSm = receipt("");
    deliverSm.setOptionalParameters(
        new OptionalParameter.Message_payload("id:17 stat:DELIVRD".getBytes()));

    assertThat(StatusReport.of(deliverSm).orElseThrow().ids()).containsExactly("17");
  }

  @Test
  void ourOwnWordsAreNotRead() {
    assertThat(StatusReport.of(receipt("id:17 text:stat:DELIVRD"))).isEmpty();
    assertThat(StatusReport.of(receipt("stat:DELIVRD text:id:17"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "id:", "id:17", "stat:DELIVRD", "hello", "\0\0\0", "id: stat:DELIVRD"})
  void aTextThatSaysNothingIsNone(String text) {
    assertThat(StatusReport.of(receipt(text))).isEmpty();
  }

  @Test
  void whatACitizenWritesIsNone() {
    DeliverSm deliverSm = receipt(STANDARD.formatted("17", "UNDELIV", "000"));
    deliverSm.setEsmClass((byte) 0);

    assertThat(StatusReport.of(deliverSm)).isEmpty();
  }

  private static StatusReport report(String text) {
    return StatusReport.of(receipt(text)).orElseThrow();
  }

  private static DeliverSm receipt(String text) {
    return receipt(text, StandardCharsets.ISO_8859_1);
  }

  private static DeliverSm receipt(String text, Charset charset) {
    DeliverSm deliverSm = new DeliverSm();
    deliverSm.setEsmClass((byte) 4);
    deliverSm.setShortMessage(text.getBytes(charset));
    return deliverSm;
  }
}
