package dk.borgerkontakt.server.outbox;

import org.jspecify.annotations.Nullable;

/** What a gateway said of a message, once and for all. */
public sealed interface Outcome permits Outcome.Accepted, Outcome.Refused {

  /**
   * The gateway carries the message on.
   *
   * @param gatewayId its name for the message, up to 100 characters of ASCII; null if it gives none
   */
  record Accepted(@Nullable String gatewayId) implements Outcome {}

  /**
   * The gateway will never carry it.
   *
   * @param isAddressInvalid whether that is because nobody can be reached at the address, and not
   *     because of the message, the relay's rules or the account
   * @param code the gateway's own code for the reason, up to 40 characters without personal data
   */
  record Refused(boolean isAddressInvalid, String code) implements Outcome {}
}
