package dev.ocellus.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A bare connection, for requests that no HTTP client would send. */
public final class Wire implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;

  public Wire(OcellusServer server) throws IOException {
    this.socket = new Socket("127.0.0.1", server.address().getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /** Sends bytes; lines end as HTTP's do. */
  public Wire send(String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    return this;
  }

  /** All that the server sends until it closes the connection. */
  public String rest() throws IOException {
    InputStream in = socket.getInputStream();
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Sends one GET and returns the whole answer. */
  public static String get(OcellusServer server, String target, String host) throws IOException {
    try (Wire wire = new Wire(server)) {
      return wire.send("GET " + target + " HTTP/1.1\nHost: " + host + "\nConnection: close\n\n")
          .rest();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
