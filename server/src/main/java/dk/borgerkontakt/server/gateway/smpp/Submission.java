package dk.borgerkontakt.server.gateway.smpp;

import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.NotTakenException;
import dk.borgerkontakt.server.sms.SmsText;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;

/** A message as submit_sm (SMPP 3.4, 4.4.1): one segment, with a receipt of its end asked for. */
final class Submission {

  private static final String NO_SERVICE_TYPE = "";
  private static final @Nullable String AT_ONCE = null;
  private static final byte NONE = 0;

  /** More days don't fit into a relative time without months, which have no fixed length. */
  private static final Duration LONGEST = Duration.ofDays(31);

  private final SmppAddress sender;
  private final Clock clock;

  Submission(SmppAddress sender, Clock clock) {
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * Sends the message and waits for the answer.
   *
   * @return the centre's message_id, perhaps empty
   */
  String submit(SMPPSession session, Message message, Instant udloeber)
      throws IOException,
          PDUException,
          NegativeResponseException,
          ResponseTimeoutException,
          InvalidResponseException {
    SmppAddress recipient = SmppAddress.ofNumber(message.modtager());
    Alphabet alphabet =
        SmsText.isGsm7(message.tekst()) ? Alphabet.ALPHA_DEFAULT : Alphabet.ALPHA_UCS2;
    String id =
        session
            .submitShortMessage(
                NO_SERVICE_TYPE,
                sender.ton(),
                sender.npi(),
                sender.text(),
                recipient.ton(),
                recipient.npi(),
                recipient.text(),
                new ESMClass(),
                NONE,
                NONE,
                AT_ONCE,
                validity(Duration.between(clock.instant(), udloeber)),
                new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                NONE,
                new GeneralDataCoding(alphabet),
                NONE,
                SmsText.encode(message.tekst()))
            .getMessageId();
    return id == null ? "" : id;
  }

  /** The relative time of 7.1.1.2, in whole seconds and rounded down: nothing arrives dead. */
  static String validity(Duration left) throws IOException {
    if (left.toSeconds() < 1) {
      throw new NotTakenException("no time is left");
    }
    Duration valid = left.compareTo(LONGEST) < 0 ? left : LONGEST;
    return "0000%02d%02d%02d%02d000R"
        .formatted(
            valid.toDaysPart(), valid.toHoursPart(), valid.toMinutesPart(), valid.toSecondsPart());
  }
}
