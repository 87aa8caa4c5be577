package dk.borgerkontakt.server.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one citizen. Sending the same id again is sending the same message again.
 *
 * @param modtager phone number in E.164 or mail address
 * @param emne the subject of a mail; null for an SMS
 */
public record Message(
    UUID id, Kanal kanal, String modtager, @Nullable String emne, String tekst, Instant oprettet) {

  private static final int NATIONAL_DIGITS = 8;

  /** Whether the text holds the recipient; of a number the last digits, as dialled in Denmark. */
  public boolean isAddressedIn(String text) {
    boolean isNumber = modtager.startsWith("+");
    int dialled = Math.max(1, modtager.length() - NATIONAL_DIGITS);
    return text.contains(isNumber ? modtager.substring(dialled) : modtager);
  }

  /** The id and channel alone: the rest is the citizen's. */
  @Override
  public String toString() {
    return "Message[id=" + id + ", kanal=" + kanal + "]";
  }
}
