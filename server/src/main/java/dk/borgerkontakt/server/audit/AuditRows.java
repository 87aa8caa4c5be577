package dk.borgerkontakt.server.audit;

import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import dk.borgerkontakt.persistence.audit.AuditCaller;
import dk.borgerkontakt.persistence.audit.AuditRow;
import dk.borgerkontakt.server.call.ActingUser;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.identity.Caller;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Makes audit rows of a call. */
final class AuditRows {

  /** The lengths of the columns. What is longer was sent by a caller who may be refused for it. */
  private static final int USER_ID_LENGTH = 100;

  private static final int TYPE_LENGTH = 20;
  private static final int CODE_LENGTH = 40;

  /** How the service names itself. */
  private static final String SERVICE = "borgerkontakt";

  private final AuditHash hash;
  private final Clock clock;

  AuditRows(AuditHash hash, Clock clock) {
    this.hash = hash;
    this.clock = clock;
  }

  AuditRow about(Call call, long borgerId, int result) {
    return row(call, borgerId, null, result);
  }

  AuditRow aboutNobody(Call call, int result) {
    return row(call, null, askedHash(call), result);
  }

  /** What nobody called for; to be told from a system that called by the code in its row. */
  AuditRow byService(long borgerId, String operation) {
    AuditCaller service =
        new AuditCaller(
            OrganisationTypeCodelList.System.value(), SERVICE, SERVICE, null, null, null, null);
    return row(service, borgerId, null, operation, 0);
  }

  private byte @Nullable [] askedHash(Call call) {
    String asked = call.asked();
    if (asked == null) {
      return null;
    }
    return call.operation().namesACitizen() ? hash.ofCpr(asked) : hash.ofLookup(asked);
  }

  private AuditRow row(
      Call call, @Nullable Long borgerId, byte @Nullable [] askedHash, int result) {
    return row(caller(call), borgerId, askedHash, call.operation().id(), result);
  }

  /** (javac 17 doesn't see in the record's class file that the hash may be null.) */
  @SuppressWarnings("NullAway")
  private AuditRow row(
      AuditCaller caller,
      @Nullable Long borgerId,
      byte @Nullable [] askedHash,
      String operation,
      int result) {
    return new AuditRow(clock.instant(), caller, borgerId, askedHash, operation, result);
  }

  private static AuditCaller caller(Call call) {
    Caller caller = call.caller();
    ActingUser user = call.actingUser();
    return new AuditCaller(
        caller.organisationType().value(),
        caller.organisationCode(),
        caller.clientId(),
        cut(user.userId(), USER_ID_LENGTH),
        number(user.userType()),
        cut(user.onBehalfOfType(), TYPE_LENGTH),
        cut(user.onBehalfOfCode(), CODE_LENGTH));
  }

  private static @Nullable Integer number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,4}") ? Integer.valueOf(text) : null;
  }

  private static @Nullable String cut(@Nullable String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length);
  }
}
