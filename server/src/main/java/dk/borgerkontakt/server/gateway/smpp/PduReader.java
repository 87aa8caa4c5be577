package dk.borgerkontakt.server.gateway.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.PDUDecomposer;

/**
 * Reads PDUs, and ends the session on what is none. jSMPP's own reader takes any length, goes on in
 * mid-PDU after a timeout, and loses the thread that a malformed body is read by.
 */
final class PduReader extends DefaultPDUReader {

  /** A TLV of 65,535 octets (SMPP 3.4, 3.2.4.1) and all other fields. */
  private static final int LONGEST = 70_000;

  private final PDUDecomposer decomposer = new DefaultDecomposer();

  /** A {@link SocketTimeoutException} says that nothing has come, not even a first octet. */
  @Override
  public Command readPDUHeader(DataInputStream in) throws IOException {
    int first = in.readUnsignedByte();
    try {
      int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
      if (length < SMPPConstant.PDU_HEADER_LENGTH || length > LONGEST) {
        throw new IOException("no command_length");
      }
      Command header = new Command();
      header.setCommandLength(length);
      header.setCommandId(in.readInt());
      header.setCommandStatus(in.readInt());
      header.setSequenceNumber(in.readInt());
      return header;
    } catch (SocketTimeoutException e) {
      throw new IOException("the centre stopped in a header", e);
    }
  }

  @Override
  public byte[] readPDU(DataInputStream in, Command header) throws IOException {
    byte[] pdu;
    try {
      pdu = super.readPDU(in, header);
    } catch (SocketTimeoutException e) {
      throw new IOException("the centre stopped in a body", e);
    }
    try {
      decompose(header.getCommandId(), pdu);
    } catch (PDUStringException | RuntimeException e) {
      throw new IOException("no body", e);
    }
    return pdu;
  }

  private void decompose(int commandId, byte[] pdu) throws PDUStringException {
    switch (commandId) {
      case SMPPConstant.CID_BIND_TRANSCEIVER_RESP -> decomposer.bindResp(pdu);
      case SMPPConstant.CID_SUBMIT_SM_RESP -> decomposer.submitSmResp(pdu);
      case SMPPConstant.CID_DELIVER_SM -> decomposer.deliverSm(pdu);
      case SMPPConstant.CID_DATA_SM -> decomposer.dataSm(pdu);
      default -> {
        // Header only, or nothing that concerns us.
      }
    }
  }
}
