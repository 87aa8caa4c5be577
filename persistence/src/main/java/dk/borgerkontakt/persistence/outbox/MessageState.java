package dk.borgerkontakt.persistence.outbox;

import java.util.Arrays;

/** Where a message is, as the column tilstand has it. */
public enum MessageState {
  /** It waits to be sent, or to be sent again. */
  QUEUED(0),
  /** The gateway has it, and has not told what became of it. */
  SENT(1),
  /** It was not sent, because it would have arrived dead. */
  DROPPED(2),
  /** The gateway says that it has arrived. */
  DELIVERED(3),
  /** The gateway says that it will never arrive. */
  FAILED(4);

  private final int column;

  MessageState(int column) {
    this.column = column;
  }

  int column() {
    return column;
  }

  static MessageState of(int column) {
    return Arrays.stream(values())
        .filter(state -> state.column == column)
        .findFirst()
        .orElseThrow();
  }
}
