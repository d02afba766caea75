package dev.ocellus.indextools;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ocellus serve} refuses. */
@Timeout(120)
class ServeCommandTest {

  /** Its time is not the server's. */
  @BeforeAll
  @Timeout(300)
  static void makeTheIndex() {
    TestPhotos.index();
  }

  @TempDir Path temp;

  @Test
  void whatCannotBeServedIsSaidInOneLine() throws Exception {
    var missing = temp.resolve("missing");
    Cli.run("serve", "--index", missing)
        .assertFails(2, "no index at " + missing + "; make one with: ocellus index");
    Cli.run("serve", "--index", TestPhotos.index(), "--port", 70_000)
        .assertFails(2, "port must be in [0, 65535], got 70000");
    var weak = Files.writeString(temp.resolve("weak"), "secret\n");
    Cli.run("serve", "--index", TestPhotos.index(), "--token-file", weak)
        .assertFails(2, "the token must have at least 16 characters, got 6");
    Cli.run("serve", "--index", TestPhotos.index(), "--token-file", missing)
        .assertFails(2, missing + ": no such file; --token-file takes a file");
    Cli.run("serve", "--index", TestPhotos.index(), "--host", "no.such.host.invalid")
        .assertFails(2, "no.such.host.invalid is no address of this machine; give one to --host");
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      Cli.run("serve", "--index", TestPhotos.index(), "--port", port)
          .assertFails(
              2,
              "cannot listen at 127.0.0.1:%d; is it taken? choose another --port".formatted(port));
    }
  }
}
