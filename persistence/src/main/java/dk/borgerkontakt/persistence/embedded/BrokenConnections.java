package dk.borgerkontakt.persistence.embedded;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.h2.api.ErrorCode;

/**
 * Tells the pool which failures mean that H2's connection is dead; it would lend such a connection
 * again and again, because H2 uses SQLStates of its own.
 */
public final class BrokenConnections implements SQLExceptionOverride {

  @java.lang.Override // the interface has a type Override of its own
  public Override adjudicate(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case ErrorCode.CONNECTION_BROKEN_1,
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN ->
          Override.MUST_EVICT;
      default -> Override.CONTINUE_EVICT;
    };
  }
}
