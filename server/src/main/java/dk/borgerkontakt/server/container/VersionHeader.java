package dk.borgerkontakt.server.container;

import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpProbe;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;

/**
 * Names the version of the contract on everything that the port answers, whichever layer does:
 * below Jersey and the guard, and above the bytes.
 */
final class VersionHeader implements AddOn {

  private static final String NAME = "API-Version";

  private final String version;

  VersionHeader(String version) {
    this.version = version;
  }

  @Override
  public void setup(NetworkListener listener, FilterChainBuilder chain) {
    int codec = chain.indexOfType(HttpServerFilter.class);
    ((HttpServerFilter) chain.get(codec)).getMonitoringConfig().addProbes(new BrokenMessages());
    chain.add(codec + 1, new Answers());
  }

  private void name(HttpHeader answer) {
    if (!answer.isCommitted()) {
      answer.setHeader(NAME, version);
    }
  }

  private final class Answers extends BaseFilter {

    @Override
    public NextAction handleWrite(FilterChainContext context) {
      if (context.getMessage() instanceof HttpPacket packet) {
        name(packet.getHttpHeader());
      }
      return context.getInvokeAction();
    }
  }

  /** What can't be parsed is refused by the parser itself, past all filters. */
  private final class BrokenMessages extends HttpProbe.Adapter {

    @Override
    @SuppressWarnings("rawtypes") // as the probe declares it
    public void onErrorEvent(Connection connection, HttpPacket message, Throwable fault) {
      if (message.getHttpHeader() instanceof HttpRequestPacket request) {
        name(request.getResponse());
      }
    }
  }
}
