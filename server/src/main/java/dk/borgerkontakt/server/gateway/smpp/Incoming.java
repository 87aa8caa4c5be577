package dk.borgerkontakt.server.gateway.smpp;

import dk.borgerkontakt.server.gateway.smpp.receipt.ReceiptDesk;
import java.io.IOException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/** What the centre sends: receipts, and what citizens write, which the desk tells apart. */
final class Incoming implements MessageReceiverListener {

  private final SmppSession session;
  private final ReceiptDesk desk;

  Incoming(SmppSession session, ReceiptDesk desk) {
    this.session = session;
    this.desk = desk;
  }

  @Override
  public void onAcceptDeliverSm(DeliverSm deliverSm) {
    desk.take(deliverSm, status -> answer(status, deliverSm.getSequenceNumber()));
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
