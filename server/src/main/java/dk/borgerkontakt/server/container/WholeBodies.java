package dk.borgerkontakt.server.container;

import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;

/**
 * Lets a worker begin with a request when its body is there. Otherwise as many slow clients as
 * there are workers, without any token, would keep everybody else waiting.
 */
final class WholeBodies implements AddOn {

  private final int largest;

  /**
   * @param largest the bytes after which no more is waited for
   */
  WholeBodies(int largest) {
    this.largest = largest;
  }

  @Override
  public void setup(NetworkListener listener, FilterChainBuilder chain) {
    chain.add(chain.indexOfType(HttpServerFilter.class), new CollectingFilter(largest));
  }

  private static final class CollectingFilter extends BaseFilter {

    private final int largest;

    CollectingFilter(int largest) {
      this.largest = largest;
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
      HttpContent content = context.getMessage();
      boolean goesOn =
          content.isLast()
              || content.getContent().remaining() > largest
              || isToBeAnsweredFirst(content)
              || content.getHttpHeader().isUpgrade();
      return goesOn ? context.getInvokeAction() : context.getStopAction(content);
    }

    /** By 100 Continue, or by a refusal because of the length that it announces. */
    private boolean isToBeAnsweredFirst(HttpContent content) {
      HttpRequestPacket request = (HttpRequestPacket) content.getHttpHeader();
      return request.requiresAcknowledgement() || request.getContentLength() > largest;
    }
  }
}
