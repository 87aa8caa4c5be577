package dk.borgerkontakt.server.outbox;

/** Takes what a gateway tells later of a message that it has accepted. */
public interface DeliveryReceipts {

  /** What became of an accepted message. */
  enum Receipt {
    /** It has reached the citizen's device or mailbox. */
    DELIVERED,
    /** It will not arrive, for a reason that says nothing about the address. */
    FAILED,
    /** It will not arrive, because nobody can be reached at the address. */
    ADDRESS_INVALID
  }

  /**
   * Notes a receipt; when this returns it can't be lost.
   *
   * @param gatewayId as the gateway named the message when it took it over
   * @param code the gateway's own code, up to 40 characters without personal data
   * @return whether a message of that name is known; it may become known in a moment
   */
  boolean received(Kanal kanal, String gatewayId, Receipt receipt, String code);
}
