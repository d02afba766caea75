package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ocellus serve} in a process of its own, as a user starts it. */
@Timeout(120)
class ServeCommandTest {

  /** Its time is not the server's. */
  @BeforeAll
  @Timeout(300)
  static void makeTheIndex() {
    TestPhotos.index();
  }

  private static final String TOKEN = "correct-horse-battery-staple";

  @TempDir Path temp;

  private static HttpResponse<String> get(URI address, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }

  @Test
  void itServesUntilItIsToldToStop() throws Exception {
    var token = Files.writeString(temp.resolve("token"), TOKEN + "\n");
    Process server =
        Cli.process(
                "serve",
                "--index",
                TestPhotos.index(),
                "--port",
                0,
                "--token-file",
                token,
                "--policy",
                "default")
            .redirectErrorStream(true)
            .start();
    try (BufferedReader out = server.inputReader()) {
      String line = out.readLine();
      while (line != null && !line.startsWith("serving ")) {
        line = out.readLine();
      }
      assertNotNull(line, () -> "it ended with " + server.onExit().join().exitValue());
      URI address = URI.create(line.substring("serving ".length()));
      assertEquals("127.0.0.1", address.getHost());
      assertEquals(401, get(address, "/api/search?q=cat").statusCode());
      var found = get(address, "/api/search?q=a+cat", "Authorization", "Bearer " + TOKEN);
      assertEquals(200, found.statusCode(), found.body());
      assertEquals("allow", new JsonMapper().readTree(found.body()).at("/policy/action").asText());
      server.toHandle().destroy(); // SIGTERM; Process.destroy would close the streams too.
      assertTrue(server.waitFor(30, TimeUnit.SECONDS));
      assertEquals(143, server.exitValue());
    } finally {
      server.destroyForcibly();
    }
  }

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
