package dk.borgerkontakt.server.gateway.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.OutputStream;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * The library's SMTP, which also remembers how far it came and the first reply that refused. Its
 * exceptions tell neither for sure.
 */
final class Conversation extends SMTPTransport {

  private static final int LEAST_REFUSAL = 400;

  private Stage stage = Stage.CONNECT;
  private @Nullable SmtpReply refusal;
  private boolean needsUtf8;
  private boolean isGreeted;
  private boolean isStartingTls;

  Conversation(Session session, URLName relay) {
    super(session, relay);
  }

  /** Sends the letter, to its recipient alone. */
  synchronized void send(Letter letter) throws MessagingException {
    stage = Stage.MAIL;
    refusal = null;
    needsUtf8 = !letter.recipient().isAscii();
    sendMessage(letter, letter.envelope());
  }

  synchronized Stage stage() {
    return stage;
  }

  /** The first reply to this message, or to the start, that refused; null if none did. */
  synchronized @Nullable SmtpReply refusal() {
    return refusal;
  }

  /** Whether the relay was asked what it offers, and that was not STARTTLS. */
  synchronized boolean missesStartTls() {
    return isGreeted && !isStartingTls;
  }

  /** Whether mailboxes beyond ASCII can be sent to (RFC 6531). */
  boolean takesUtf8() {
    return super.supportsExtension("SMTPUTF8");
  }

  /** Hides SMTPUTF8 from a message that has no use for it: each further relay would need it too. */
  @Override
  public boolean supportsExtension(String extension) {
    boolean isHidden = Objects.equals(extension, "SMTPUTF8") && !needsUtf8;
    return !isHidden && super.supportsExtension(extension);
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    if (code >= LEAST_REFUSAL && refusal == null) {
      refusal = SmtpReply.of(code, getLastServerResponse());
    }
    return code;
  }

  @Override
  protected boolean ehlo(String domain) throws MessagingException {
    isGreeted = super.ehlo(domain);
    return isGreeted;
  }

  @Override
  protected void startTLS() throws MessagingException {
    isStartingTls = true;
    super.startTLS();
  }

  @Override
  protected void rcptTo() throws MessagingException {
    stage = Stage.RCPT;
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    stage = Stage.DATA;
    return super.data();
  }
}
