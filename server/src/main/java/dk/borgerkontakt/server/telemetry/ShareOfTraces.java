package dk.borgerkontakt.server.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Records a share of the traces, by their ids, and of each all that happens here. A caller may say
 * that its trace is recorded, but not that ours has to be: the collector would be anybody's to
 * fill.
 */
final class ShareOfTraces implements Sampler {

  private final Sampler share;

  /**
   * @param ratio from 0 to 1
   */
  ShareOfTraces(double ratio) {
    share = Sampler.traceIdRatioBased(ratio);
  }

  @Override
  public SamplingResult shouldSample(
      Context parentContext,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    SpanContext parent = Span.fromContext(parentContext).getSpanContext();
    if (parent.isValid() && !parent.isRemote()) {
      return parent.isSampled() ? SamplingResult.recordAndSample() : SamplingResult.drop();
    }
    return share.shouldSample(parentContext, traceId, name, kind, attributes, links);
  }

  @Override
  public String getDescription() {
    return "ShareOfTraces{" + share.getDescription() + "}";
  }
}
