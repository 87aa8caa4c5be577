package dk.borgerkontakt.server.delivery;

import dk.borgerkontakt.server.outbox.Carrier;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.MessageSender;
import dk.borgerkontakt.server.outbox.MessageTraces;
import dk.borgerkontakt.server.outbox.Outcome;
import dk.borgerkontakt.server.telemetry.Counts;
import dk.borgerkontakt.server.telemetry.Tracing;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.time.Instant;

/**
 * Gives each attempt to send a message a span: in the trace of the request that made the message,
 * where this process remembers it, else in a trace of its own. It says neither to whom nor what.
 */
public final class TracedSender implements MessageSender {

  private static final AttributeKey<String> OUTCOME =
      AttributeKey.stringKey("borgerkontakt.outcome");
  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  private final MessageSender sender;
  private final Tracing tracing;
  private final MessageTraces traces;

  private TracedSender(MessageSender sender, Tracing tracing, MessageTraces traces) {
    this.sender = sender;
    this.tracing = tracing;
    this.traces = traces;
  }

  /** The same carrier, traced. */
  public static Carrier around(Carrier carrier, Tracing tracing, MessageTraces traces) {
    return new Carrier(
        carrier.kanal(), new TracedSender(carrier.sender(), tracing, traces), carrier.parallel());
  }

  @Override
  public Outcome send(Message message, Instant udloeber) throws IOException {
    String name = "send " + Counts.labelValue(message.kanal());
    Span span = tracing.outgoing(name, traces.of(message.id()));
    Scope scope = span.makeCurrent();
    try {
      Outcome outcome = sender.send(message, udloeber);
      span.setAttribute(OUTCOME, outcome instanceof Outcome.Accepted ? "accepted" : "refused");
      return outcome;
    } catch (IOException | RuntimeException e) {
      span.setAttribute(ERROR_TYPE, e.getClass().getName()).setStatus(StatusCode.ERROR);
      throw e;
    } finally {
      scope.close();
      span.end();
    }
  }

  @Override
  public void close() {
    sender.close();
  }
}
