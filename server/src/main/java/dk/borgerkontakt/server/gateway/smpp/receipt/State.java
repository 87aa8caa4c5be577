package dk.borgerkontakt.server.gateway.smpp.receipt;

import dk.borgerkontakt.server.outbox.DeliveryReceipts.Receipt;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/**
 * The states of a message (SMPP 3.4, 5.2.28), by their names in a receipt's text. Only these say of
 * a number that it is wrong: the centre has asked the network, and was told no for good.
 */
enum State {
  ENROUTE(1, null),
  DELIVRD(2, Receipt.DELIVERED),
  EXPIRED(3, Receipt.FAILED),
  DELETED(4, Receipt.FAILED),
  UNDELIV(5, Receipt.ADDRESS_INVALID),
  ACCEPTD(6, null),
  UNKNOWN(7, Receipt.FAILED),
  REJECTD(8, Receipt.ADDRESS_INVALID);

  private final int value;
  private final @Nullable Receipt receipt;

  State(int value, @Nullable Receipt receipt) {
    this.value = value;
    this.receipt = receipt;
  }

  /** What it is an end of; null: it is none. */
  @Nullable Receipt receipt() {
    return receipt;
  }

  /** By the optional parameter message_state. */
  static Optional<State> of(DeliverSm deliverSm) {
    OptionalParameter.@Nullable Message_state parameter =
        deliverSm.getOptionalParameter(OptionalParameter.Message_state.class);
    return parameter == null
        ? Optional.empty()
        : Arrays.stream(values()).filter(state -> state.value == parameter.getValue()).findFirst();
  }

  /** By its name, or as much of it as a centre writes: DELIVRD, delivered, UNDELIVERABLE. */
  static Optional<State> of(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(state -> upper.startsWith(state.stem())).findFirst();
  }

  private String stem() {
    return name().substring(0, 5);
  }
}
