package dev.ocellus.opensearch.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that nobody listens on. They lie below those that systems give to outgoing connections, so
 * that none takes one before the node does.
 */
final class FreePorts {

  private static final int FIRST = 20_000;
  private static final int END = 32_000;

  private FreePorts() {}

  static int next() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, END);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // The next one.
      }
    }
  }
}
