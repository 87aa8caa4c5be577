package dk.borgerkontakt.server.gateway.smpp;

import dk.borgerkontakt.server.gateway.smpp.ReceiptDesk.Answer;
import java.io.IOException;
import java.util.Optional;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/** What the centre sends: receipts go to the desk; what citizens write is taken, and dropped. */
final class Incoming implements MessageReceiverListener {

  private final SmppSession session;
  private final ReceiptDesk desk;

  Incoming(SmppSession session, ReceiptDesk desk) {
    this.session = session;
    this.desk = desk;
  }

  @Override
  public void onAcceptDeliverSm(DeliverSm deliverSm) {
    Answer answer = status -> answer(status, deliverSm.getSequenceNumber());
    Optional<StatusReport> report = StatusReport.of(deliverSm);
    if (report.isPresent()) {
      desk.take(report.get(), answer);
    } else {
      answer.send(SMPPConstant.STAT_ESME_ROK);
    }
  }

  private void answer(int status, int sequenceNumber) {
    try {
      session.answer(status, sequenceNumber);
    } catch (IOException e) {
      // The session is lost, and the centre will send what is not answered again.
      session.drop();
    }
  }

  /** Receipts come as deliver_sm alone. */
  @Override
  public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) throws ProcessRequestException {
    throw new ProcessRequestException("not used", SMPPConstant.STAT_ESME_RINVCMDID);
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification alertNotification) {
    // Nobody has asked for one.
  }
}
