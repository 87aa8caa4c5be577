package dk.borgerkontakt.server.gateway.smpp;

import dk.borgerkontakt.server.config.messages.SmsSettings;
import dk.borgerkontakt.server.gateway.smpp.receipt.ReceiptDesk;
import java.io.IOException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;

/** Connects to the centre and binds as transceiver. */
final class Binding {

  private static final String EVERY_ADDRESS = "";

  private final SmsSettings settings;
  private final SmsSettings.Smpp smpp;
  private final ReceiptDesk desk;
  private final Sockets sockets;
  private final BindParameter parameter;

  Binding(SmsSettings settings, SmsSettings.Smpp smpp, ReceiptDesk desk) {
    this.settings = settings;
    this.smpp = smpp;
    this.desk = desk;
    this.sockets = Sockets.of(settings, smpp);
    this.parameter =
        new BindParameter(
            BindType.BIND_TRX,
            smpp.systemId(),
            smpp.password(),
            smpp.systemType(),
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            EVERY_ADDRESS,
            InterfaceVersion.IF_34);
  }

  /** A bound session. A {@link BindRefusedException} says that the account is refused. */
  SmppSession bind() throws IOException {
    SmppSession session = new SmppSession(sockets, settings.timeout(), smpp.enquireLink());
    session.setMessageReceiverListener(new Incoming(session, desk));
    try {
      session.connectAndBind(smpp.host(), smpp.port(), parameter, settings.timeout().toMillis());
      return session;
    } catch (IOException | RuntimeException e) {
      session.drop();
      if (e.getCause() instanceof NegativeResponseException no
          && no.getCommandStatus() != SMPPConstant.STAT_ESME_RALYBND) {
        throw new BindRefusedException(no.getCommandStatus());
      }
      throw e;
    }
  }
}
