package dk.borgerkontakt.server.testing;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;

/** A client whose every exchange is held up against the contract before its caller sees it. */
final class CheckedHttpClient extends HttpClient {

  private final HttpClient wire;
  private final ContractCheck check;

  CheckedHttpClient(ContractCheck check) {
    this(check, null);
  }

  /**
   * @param context what TLS is spoken with; null: as Java would
   */
  CheckedHttpClient(ContractCheck check, SSLContext context) {
    this.check = check;
    HttpClient.Builder builder =
        HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10));
    wire = context == null ? builder.build() : builder.sslContext(context).build();
  }

  ContractCheck contractCheck() {
    return check;
  }

  Answer exchange(HttpRequest request, boolean isWellMeant)
      throws IOException, InterruptedException {
    return checked(
        request, wire.send(request, HttpResponse.BodyHandlers.ofByteArray()), isWellMeant);
  }

  private Answer checked(HttpRequest request, HttpResponse<byte[]> response, boolean isWellMeant) {
    Answer answer = new Answer(response.statusCode(), response.headers().map(), response.body());
    byte[] body = request.bodyPublisher().map(BodyBytes::of).orElse(new byte[0]);
    check.check(
        new Exchange(
            request.method(), request.uri().getRawPath(), request.headers().map(), body, answer),
        isWellMeant);
    return answer;
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response = wire.send(request, HttpResponse.BodyHandlers.ofByteArray());
    checked(request, response, true);
    return new Replayed<>(response, handler);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    throw new UnsupportedOperationException("the tests send one after the other");
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushed) {
    throw new UnsupportedOperationException("the tests send one after the other");
  }

  /** The answer once more, in the form that the caller's handler wants. */
  private record Replayed<T>(HttpResponse<byte[]> wire, T body) implements HttpResponse<T> {
    Replayed(HttpResponse<byte[]> wire, BodyHandler<T> handler) {
      this(wire, read(wire, handler));
    }

    private static <T> T read(HttpResponse<byte[]> wire, BodyHandler<T> handler) {
      BodySubscriber<T> subscriber = handler.apply(new Info(wire));
      subscriber.onSubscribe(new Indifferent());
      subscriber.onNext(List.of(ByteBuffer.wrap(wire.body())));
      subscriber.onComplete();
      return subscriber.getBody().toCompletableFuture().join();
    }

    @Override
    public int statusCode() {
      return wire.statusCode();
    }

    @Override
    public HttpRequest request() {
      return wire.request();
    }

    @Override
    public Optional<HttpResponse<T>> previousResponse() {
      return Optional.empty();
    }

    @Override
    public HttpHeaders headers() {
      return wire.headers();
    }

    @Override
    public Optional<SSLSession> sslSession() {
      return wire.sslSession();
    }

    @Override
    public URI uri() {
      return wire.uri();
    }

    @Override
    public Version version() {
      return wire.version();
    }
  }

  private record Info(HttpResponse<byte[]> wire) implements HttpResponse.ResponseInfo {
    @Override
    public int statusCode() {
      return wire.statusCode();
    }

    @Override
    public HttpHeaders headers() {
      return wire.headers();
    }

    @Override
    public Version version() {
      return wire.version();
    }
  }

  private static final class Indifferent implements Flow.Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return wire.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return wire.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return wire.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return wire.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return wire.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return wire.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return wire.authenticator();
  }

  @Override
  public Version version() {
    return wire.version();
  }

  @Override
  public Optional<Executor> executor() {
    return wire.executor();
  }
}
