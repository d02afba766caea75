package dev.ocellus.server.robust;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/** A client of one bare connection, which sends and reads just what a test says. */
final class RawClient implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket = new Socket();
  private final InputStream in;

  RawClient(URI server) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MILLIS);
    this.in = socket.getInputStream();
  }

  /** Sends the beginning of a request, with the header that every one needs. */
  RawClient begin(String requestLine, String... headers) throws IOException {
    StringBuilder head = new StringBuilder(requestLine).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return send(head.append("\r\n").toString().getBytes(ISO_8859_1));
  }

  RawClient send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** The next byte, -1 where the server has closed. */
  int read() throws IOException {
    return in.read();
  }

  /** The status line and the headers of an answer. */
  String readHead() throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int read = in.read();
      if (read < 0) {
        throw new EOFException("closed after: " + head);
      }
      head.append((char) read);
    }
    return head.toString();
  }

  /** An answer's status; its body is read, too. */
  int readStatus() throws IOException {
    String head = readHead();
    String length = head.toLowerCase(Locale.ROOT).split("content-length: ")[1].split("\r\n")[0];
    in.skipNBytes(Long.parseLong(length));
    return Integer.parseInt(head.split(" ")[1]);
  }

  /** Goes away without a word: the server's next write or read fails. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
