package dk.borgerkontakt.server.container;

import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;

/**
 * Once begun, every answer is the last one of its connection and says so (RFC 9112, 9.6): nobody
 * sends a request into a connection that is about to be closed.
 */
final class Draining implements AddOn {

  private volatile boolean begun;

  void begin() {
    begun = true;
  }

  boolean hasBegun() {
    return begun;
  }

  @Override
  public void setup(NetworkListener listener, FilterChainBuilder chain) {
    chain.add(chain.indexOfType(HttpServerFilter.class) + 1, new LastAnswers());
  }

  private final class LastAnswers extends BaseFilter {

    @Override
    public NextAction handleWrite(FilterChainContext context) {
      if (begun
          && context.getMessage() instanceof HttpPacket packet
          && !packet.getHttpHeader().isCommitted()) {
        packet.getHttpHeader().setHeader("Connection", "close");
      }
      return context.getInvokeAction();
    }
  }
}
