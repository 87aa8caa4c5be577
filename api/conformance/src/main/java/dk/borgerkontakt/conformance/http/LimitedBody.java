package dk.borgerkontakt.conformance.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The bytes of an answer, up to 2 MB; a larger one is given up. */
final class LimitedBody implements BodySubscriber<byte[]> {

  private static final long MOST = 2_000_000;

  private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
  private @Nullable Subscription subscription;
  private long size;

  /** There is more than anybody would read. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return bytes.getBody();
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    bytes.onSubscribe(given);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    size += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    if (size <= MOST) {
      bytes.onNext(buffers);
    } else if (subscription != null) {
      subscription.cancel();
      bytes.onError(new TooLargeException());
    }
  }

  @Override
  public void onError(Throwable cause) {
    bytes.onError(cause);
  }

  @Override
  public void onComplete() {
    bytes.onComplete();
  }
}
