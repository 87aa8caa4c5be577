package dk.borgerkontakt.server.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;

/**
 * One connection, written to byte by byte: for what no client sends. Answers are read by their
 * length, so that a second request on the same connection can follow.
 */
public final class RawConnection implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 40_000;

  private final Socket socket;
  private final InputStream in;
  private final ContractCheck check;
  private final String host;

  /**
   * @param context what TLS is spoken with; null: none is
   */
  RawConnection(URI base, ContractCheck check, SSLContext context) {
    this.check = check;
    this.host = base.getHost() + ":" + base.getPort();
    try {
      socket =
          context == null
              ? new Socket(base.getHost(), base.getPort())
              : context.getSocketFactory().createSocket(base.getHost(), base.getPort());
      socket.setSoTimeout(PATIENCE_MILLIS);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends the request with these header lines and a Host, and reads the answer. */
  public Answer exchange(String method, String path, List<String> headers, String body) {
    write(method, path, headers, body);
    Answer answer = read(method);
    Map<String, List<String>> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String header : headers) {
      int colon = header.indexOf(':');
      sent.computeIfAbsent(header.substring(0, colon), name -> new ArrayList<>())
          .add(header.substring(colon + 1).strip());
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    check.check(new Exchange(method, path, sent, bytes, answer), false);
    return answer;
  }

  /** Sends a request without waiting for what comes of it. */
  public void write(String method, String path, List<String> headers, String body) {
    StringBuilder request = new StringBuilder();
    request.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    request.append("Host: ").append(host).append("\r\n");
    headers.forEach(header -> request.append(header).append("\r\n"));
    write(request.append("\r\n").append(body).toString());
  }

  /** Sends the text as it is. */
  public void write(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one answer to a request with this method. */
  public Answer read(String method) {
    try {
      int status = Integer.parseInt(line().split(" ")[1]);
      Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (String line = line(); !line.isEmpty(); line = line()) {
        int colon = line.indexOf(':');
        headers
            .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
            .add(line.substring(colon + 1).strip());
      }
      return new Answer(status, headers, method.equals("HEAD") ? new byte[0] : body(headers));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] body(Map<String, List<String>> headers) throws IOException {
    if (headers.containsKey("Content-Length")) {
      return in.readNBytes(Integer.parseInt(headers.get("Content-Length").get(0)));
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (headers.containsKey("Transfer-Encoding")) {
      for (int size = chunkSize(); size > 0; size = chunkSize()) {
        body.write(in.readNBytes(size));
        line();
      }
      line();
    }
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server closed the connection");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
