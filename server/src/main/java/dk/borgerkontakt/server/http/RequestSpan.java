package dk.borgerkontakt.server.http;

import dk.borgerkontakt.server.identity.Caller;
import dk.borgerkontakt.server.management.RequestMetrics.Answered;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Optional;

/**
 * What the span of a request tells, by the names of OpenTelemetry's conventions for HTTP where they
 * have one. Neither path nor query: they may hold a number or an address.
 */
final class RequestSpan {

  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
  private static final AttributeKey<Long> FEJLKODE = AttributeKey.longKey("borgerkontakt.fejlkode");
  private static final AttributeKey<String> ORGANISATION_TYPE =
      AttributeKey.stringKey("borgerkontakt.organisationstype");

  private static final int FAULTS_OF_OURS = 500;

  private RequestSpan() {}

  static void tell(Span span, Answered answered, Optional<Caller> caller) {
    if (!span.isRecording()) {
      return;
    }
    span.updateName(answered.method() + " " + answered.template())
        .setAttribute(METHOD, answered.method())
        .setAttribute(ROUTE, answered.template())
        .setAttribute(STATUS, (long) answered.status())
        .setAttribute(FEJLKODE, (long) answered.code());
    caller.ifPresent(it -> span.setAttribute(ORGANISATION_TYPE, it.organisationType().name()));
    if (answered.status() >= FAULTS_OF_OURS) {
      span.setAttribute(ERROR_TYPE, Integer.toString(answered.status()));
      span.setStatus(StatusCode.ERROR);
    }
  }
}
