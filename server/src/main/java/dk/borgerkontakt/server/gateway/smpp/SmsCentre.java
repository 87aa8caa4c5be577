package dk.borgerkontakt.server.gateway.smpp;

import dk.borgerkontakt.server.config.messages.SmsSettings;
import dk.borgerkontakt.server.gateway.smpp.receipt.ReceiptDesk;
import dk.borgerkontakt.server.outbox.BackOff;
import dk.borgerkontakt.server.outbox.DeliveryReceipts;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.MessageSender;
import dk.borgerkontakt.server.outbox.NotTakenException;
import dk.borgerkontakt.server.outbox.Outcome;
import dk.borgerkontakt.server.sms.SmsText;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;

/**
 * Sends SMS by an SMS centre, over one session that is bound in the background and bound again when
 * it is lost. While there is none, sending fails at once. Receipts go to the outbox.
 */
public final class SmsCentre implements MessageSender {

  private static final Pattern USABLE_ID = Pattern.compile("[!-~]{1,65}");

  private final Submission submission;
  private final Throttle throttle = new Throttle();
  private final ReceiptDesk desk;
  private final Link link;

  /** Reads the certificates, if there are any to read; nothing else happens before the start. */
  public SmsCentre(
      SmsSettings settings, SmsSettings.Smpp smpp, DeliveryReceipts receipts, Clock clock) {
    this.submission = new Submission(SmppAddress.ofSender(settings.sender()), clock);
    this.desk = new ReceiptDesk(receipts);
    this.link = new Link(new Binding(settings, smpp, desk), new BackOff(new SecureRandom()));
  }

  /** Begins to bind, in the background. The first message does it, too. */
  public void start() {
    link.start();
  }

  @Override
  public Outcome send(Message message, Instant udloeber) throws IOException {
    if (SmsText.segments(message.tekst()) > 1) {
      return new Outcome.Refused(false, "too long");
    }
    throttle.await();
    try {
      String id = submission.submit(link.session(), message, udloeber);
      desk.noteAccepted(id);
      boolean isUsable = USABLE_ID.matcher(id).matches() && !message.isAddressedIn(id);
      return new Outcome.Accepted(isUsable ? id : null);
    } catch (NegativeResponseException e) {
      return refused(e.getCommandStatus());
    } catch (PDUException e) {
      return new Outcome.Refused(false, "no PDU");
    } catch (ResponseTimeoutException | InvalidResponseException e) {
      throw new IOException(e);
    }
  }

  private Outcome refused(int status) throws IOException {
    String code = "0x%08x".formatted(status);
    return switch (CommandStatus.of(status)) {
      case ADDRESS_INVALID -> new Outcome.Refused(true, code);
      case MESSAGE_INVALID -> new Outcome.Refused(false, code);
      case TOO_FAST -> {
        throttle.begin();
        throw new NotTakenException(code);
      }
      case AGAIN -> throw new NotTakenException(code);
    };
  }

  /** Unbinds. Receipts that are not noted yet stay unanswered: the centre sends them again. */
  @Override
  public void close() {
    desk.close();
    link.close();
  }
}
