package dk.borgerkontakt.server.testing;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A collector of OpenTelemetry that takes spans, OTLP over HTTP, and remembers them. */
public final class TestCollector implements AutoCloseable {

  /** A span as it came; ids in hexadecimal, attributes as texts. */
  public record Span(
      String trace, String id, String parent, String name, Map<String, String> attributes) {}

  private final List<Span> spans = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  public TestCollector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    bodies.add(new String(body, StandardCharsets.ISO_8859_1));
    authorizations.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
    ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .flatMap(scope -> scope.getSpansList().stream())
        .map(TestCollector::span)
        .forEach(spans::add);
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static Span span(io.opentelemetry.proto.trace.v1.Span span) {
    return new Span(
        hex(span.getTraceId()),
        hex(span.getSpanId()),
        hex(span.getParentSpanId()),
        span.getName(),
        span.getAttributesList().stream()
            .collect(Collectors.toMap(KeyValue::getKey, pair -> text(pair.getValue()))));
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  private static String text(AnyValue value) {
    return value.hasIntValue() ? Long.toString(value.getIntValue()) : value.getStringValue();
  }

  /** Waits for a span. */
  public Span span(String awaited, Predicate<Span> wanted) {
    return Await.until(awaited, () -> spans.stream().filter(wanted).findFirst());
  }

  /** All that came so far, byte by byte. */
  public String everything() {
    return String.join("\n", bodies);
  }

  public List<Span> spans() {
    return List.copyOf(spans);
  }

  public Optional<String> authorization() {
    return authorizations.stream().findFirst();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
