package dk.borgerkontakt.server.container;

import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpEvents;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;

/**
 * Takes an {@code Upgrade} header for not sent, as RFC 9110 (7.8) allows. Grizzly otherwise waits
 * 30 seconds for the end of such a request's body (glassfish-grizzly issues 1972 and 2117), and
 * Java's own HTTP client sends {@code Upgrade: h2c} by default.
 */
final class IgnoreUpgrade implements AddOn {

  @Override
  public void setup(NetworkListener listener, FilterChainBuilder chain) {
    chain.add(chain.indexOfType(HttpServerFilter.class), new UpgradeFilter());
  }

  private static final class UpgradeFilter extends BaseFilter {

    @Override
    public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
      if (event.type() != HttpEvents.IncomingHttpUpgradeEvent.TYPE) {
        return context.getInvokeAction();
      }
      HttpHeader header = ((HttpEvents.IncomingHttpUpgradeEvent) event).getHttpHeader();
      header.setIgnoreContentModifiers(false); // the body is read as of any other request
      header.getUpgradeDC().recycle(); // else the connection is closed after the answer
      header.getHeaders().removeHeader("Upgrade");
      header.getHeaders().removeHeader("HTTP2-Settings");
      return context.getStopAction();
    }
  }
}
