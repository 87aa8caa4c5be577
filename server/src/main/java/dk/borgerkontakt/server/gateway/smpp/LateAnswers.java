package dk.borgerkontakt.server.gateway.smpp;

import java.io.IOException;
import java.io.OutputStream;
import org.jsmpp.SMPPConstant;
import org.jsmpp.SynchronizedPDUSender;

/**
 * Lets a deliver_sm be answered when it is known what became of it. jSMPP says yes as soon as its
 * listener returns; that is held back, and whoever took the message says it.
 */
final class LateAnswers extends SynchronizedPDUSender {

  private static final String UNUSED = "";

  @Override
  public byte[] sendDeliverSmResp(
      OutputStream out, int status, int sequenceNumber, String messageId) throws IOException {
    return status == SMPPConstant.STAT_ESME_ROK
        ? new byte[0]
        : super.sendDeliverSmResp(out, status, sequenceNumber, UNUSED);
  }

  void send(OutputStream out, int status, int sequenceNumber) throws IOException {
    super.sendDeliverSmResp(out, status, sequenceNumber, UNUSED);
  }
}
