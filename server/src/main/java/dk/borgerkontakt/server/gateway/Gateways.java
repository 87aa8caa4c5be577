package dk.borgerkontakt.server.gateway;

import dk.borgerkontakt.server.config.messages.MailSettings;
import dk.borgerkontakt.server.config.messages.MessageSettings;
import dk.borgerkontakt.server.config.messages.SmppSetting;
import dk.borgerkontakt.server.config.messages.SmsSetting;
import dk.borgerkontakt.server.config.messages.SmsSettings;
import dk.borgerkontakt.server.config.messages.SmsSettings.Https;
import dk.borgerkontakt.server.config.messages.SmsSettings.Smpp;
import dk.borgerkontakt.server.config.source.Endpoint;
import dk.borgerkontakt.server.gateway.https.HttpsGateway;
import dk.borgerkontakt.server.gateway.mail.MailRelay;
import dk.borgerkontakt.server.gateway.smpp.SmsCentre;
import dk.borgerkontakt.server.outbox.Carrier;
import dk.borgerkontakt.server.outbox.DeliveryReceipts;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.MessageSender;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which gateway carries which channel. */
public final class Gateways {

  private static final Logger LOG = LoggerFactory.getLogger(Gateways.class);

  private Gateways() {}

  /**
   * Opens the gateways that are configured, one for a channel at most.
   *
   * @param receipts is told what an SMS centre tells later
   * @throws dk.borgerkontakt.server.config.ConfigurationException when the certificates that one is
   *     trusted by can't be read
   */
  public static List<Carrier> open(
      MessageSettings settings, DeliveryReceipts receipts, Clock clock) {
    List<Carrier> carriers = new ArrayList<>();
    SmsSettings sms = settings.sms();
    if (sms != null) {
      carriers.add(new Carrier(Kanal.SMS, sms(sms, receipts, clock), sms.window()));
    }
    MailSettings mail = settings.mail();
    if (mail != null) {
      carriers.add(new Carrier(Kanal.MAIL, new MailRelay(mail), mail.connections()));
    }
    return carriers;
  }

  /** Reads what SMS is opened with, as opening does; nobody is called. */
  public static void checkSms(MessageSettings settings) {
    SmsSettings sms = settings.sms();
    if (sms != null) {
      TrustedCertificates.of(sms.caFile(), SmsSetting.CA_FILE);
    }
  }

  /** Reads what mail is opened with, as opening does; nobody is called. */
  public static void checkMail(MessageSettings settings) {
    MailSettings mail = settings.mail();
    if (mail != null) {
      new MailRelay(mail).close();
    }
  }

  private static MessageSender sms(SmsSettings sms, DeliveryReceipts receipts, Clock clock) {
    if (sms.gateway() instanceof Https https) {
      return new HttpsGateway(sms, https, clock);
    }
    Smpp smpp = (Smpp) sms.gateway();
    SmsCentre centre = new SmsCentre(sms, smpp, receipts, clock);
    if (!smpp.tls() && !new Endpoint(smpp.host(), smpp.port()).isLoopback()) {
      // Not refused, as mail is: many centres are reached by a tunnel, and speak no TLS in it.
      LOG.warn(
          "{} is false: the account's password and all messages go to {} in the clear, unless a"
              + " tunnel leads there",
          SmppSetting.TLS.key(),
          smpp.host());
    }
    // Not left to the first message: receipts of what was sent before a restart are waiting.
    centre.start();
    return centre;
  }
}
