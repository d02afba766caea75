package dev.ocellus.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Locale;

/**
 * Searches over one connection of HTTP/1.1 with as little work as can be, as load generators do.
 */
final class KeptConnection implements Closeable, Load.Client {

  private final Socket socket;
  private final InputStream in;

  KeptConnection(URI server) throws IOException {
    this.socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  @Override
  public void ask(String query) throws IOException {
    String head =
        "GET /api/search?q="
            + URLEncoder.encode(query, UTF_8)
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(ISO_8859_1));
    String status = line();
    if (!status.startsWith("HTTP/1.1 200 ")) {
      throw new IOException(status);
    }
    readBody();
  }

  private void readBody() throws IOException {
    int length = -1;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      }
    }
    if (length < 0) {
      throw new IOException("no Content-Length");
    }
    String body = new String(in.readNBytes(length), UTF_8);
    if (!body.contains("\"hits\"")) {
      throw new IOException("no hits in " + body);
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new EOFException("the server has closed");
      }
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
