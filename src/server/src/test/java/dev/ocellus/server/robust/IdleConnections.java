package dev.ocellus.server.robust;

import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that opens connections, says so, and holds them until its input ends: in a process of
 * its own, for a process may have only so many files open.
 */
final class IdleConnections {

  private IdleConnections() {}

  /**
   * @param args the port and the number of connections
   */
  public static void main(String[] args) throws Exception {
    var address = new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0]));
    List<SocketChannel> open = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      open.add(SocketChannel.open(address));
    }
    System.out.println("open: " + open.size());
    System.in.read();
    for (SocketChannel connection : open) {
      connection.close();
    }
  }
}
