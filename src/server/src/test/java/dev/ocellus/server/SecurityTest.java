package dev.ocellus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.server.Client.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask, and what nobody gets. */
class SecurityTest {

  private static final String TOKEN = "correct-horse-battery-staple";

  private static OcellusServer server;
  private static Client client;

  @BeforeAll
  static void start() throws Exception {
    server = ServedPhotos.serve(ServerOptions.DEFAULT);
    client = new Client(server);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/photos/../../../../etc/passwd/image",
        "/api/photos/..%2f..%2f..%2fetc%2fpasswd/image",
        "/api/photos/%2e%2e%2f%2e%2e%2fetc%2fpasswd/image",
        "/api/photos/%2e%2e/%2e%2e/etc/passwd",
        "/api/photos/%252e%252e%252fetc%252fpasswd/image",
        "/api/photos/%2fetc%2fpasswd/image",
        "/api/photos/owl.jpg%00.png/image",
        "/api/photos/..%5c..%5cetc%5cpasswd/image",
        "/api/photos/a%20b%2f..%2fowl.jpg/image",
        "/api/photos/.%2fowl.jpg/image",
        "/assets/../index.html",
        "/assets/%2e%2e/%2e%2e/api/openapi.json",
        "/assets/..%2f..%2fapi%2fopenapi.json",
        "/assets/%2fetc%2fpasswd",
        "/assets//etc/passwd",
        "/assets/..%5capi%5copenapi.json",
        "/assets/x.html%00.js",
      })
  void noPathLeadsOut(String target) throws Exception {
    String answer = Wire.get(server, target, "localhost");
    assertTrue(answer.matches("(?s)HTTP/1\\.1 40[04] .*"), answer);
    assertTrue(answer.contains("application/problem+json"), answer);
    assertFalse(answer.contains("root:"), answer);
  }

  @Test
  void everyAnswerForbidsWhatThePageDoesNotNeed() throws Exception {
    for (String path : List.of("/health", "/nothing", "/api/photos/owl.jpg/image", "/api/search")) {
      Answer answer = client.get(path);
      String policy = answer.header("Content-Security-Policy");
      assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; "), policy);
      assertTrue(policy.contains("frame-ancestors 'none'"), policy);
      assertFalse(policy.contains("unsafe"), policy);
      assertEquals("nosniff", answer.header("X-Content-Type-Options"));
      assertEquals("no-referrer", answer.header("Referrer-Policy"));
      assertEquals("same-origin", answer.header("Cross-Origin-Opener-Policy"));
      assertEquals("same-origin", answer.header("Cross-Origin-Resource-Policy"));
      assertEquals("", answer.header("Server"));
      assertEquals("", answer.header("Access-Control-Allow-Origin"));
    }
  }

  @Test
  void aLoopbackServerGoesByNoOtherName() throws Exception {
    for (String host : List.of("localhost", "127.0.0.1:80", "LOCALHOST:8080", "[::1]")) {
      assertTrue(Wire.get(server, "/health", host).startsWith("HTTP/1.1 200 "), host);
    }
    String rebound = Wire.get(server, "/health", "photos.evil.example");
    assertTrue(rebound.startsWith("HTTP/1.1 421 "), rebound);
    assertTrue(rebound.contains("urn:ocellus:problem:wrong-host"), rebound);
    String none;
    try (Wire wire = new Wire(server)) {
      none = wire.send("GET /health HTTP/1.1\nConnection: close\n\n").rest();
    }
    assertTrue(none.startsWith("HTTP/1.1 400 "), none);
    ServerOptions named =
        new ServerOptions(
            "127.0.0.1", 0, List.of("photos.example"), List.of(), null, null, ServerLimits.DEFAULT);
    try (OcellusServer other = ServedPhotos.serve(named)) {
      assertTrue(Wire.get(other, "/health", "photos.example").startsWith("HTTP/1.1 200 "));
      assertTrue(Wire.get(other, "/health", "evil.example").startsWith("HTTP/1.1 421 "));
    }
  }

  @Test
  void whatIsNoHttpIsAProblemToo() throws Exception {
    for (String bad :
        List.of(
            "GET /health HTTP/1.1\nHost: localhost\nHost: evil.example\nConnection: close\n\n",
            "GET /health HTTP/1.1\nHost: localhost\nX: " + "y".repeat(20_000) + "\n\n",
            "GET /%zz HTTP/1.1\nHost: localhost\nConnection: close\n\n",
            "POST /api/search HTTP/1.1\nHost: localhost\nContent-Length: 5\n"
                + "Transfer-Encoding: chunked\n\n0\n\n",
            "nonsense\n\n")) {
      try (Wire wire = new Wire(server)) {
        String answer = wire.send(bad).rest();
        assertTrue(answer.matches("(?s)HTTP/1\\.1 4\\d\\d .*"), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
        assertTrue(answer.contains("\"type\":\"urn:ocellus:problem:"), answer);
        assertTrue(answer.contains("Content-Security-Policy"), answer);
      }
    }
  }

  @Test
  void theTokenOpensEverythingAndNothingOpensWithoutIt() throws Exception {
    try (OcellusServer closed = ServedPhotos.serve(ServerOptions.DEFAULT.withToken(TOKEN))) {
      Client asks = new Client(closed);
      for (String path :
          List.of(
              "/api/search?q=cat",
              "/api/info",
              "/api/openapi.json",
              "/api/photos/owl.jpg/image",
              "/api/photos/owl.jpg/thumbnail",
              "/health",
              "/metrics",
              "/",
              "/assets/app.js",
              "/nothing")) {
        Answer refused = asks.get(path);
        refused.problem(401, "no-token");
        assertEquals("Bearer realm=\"ocellus\"", refused.header("WWW-Authenticate"));
        asks.get(path, "Authorization", "Bearer " + TOKEN + "x").problem(401, "no-token");
        asks.get(path, "Authorization", "Basic " + TOKEN).problem(401, "no-token");
        assertTrue(asks.get(path, "Authorization", "Bearer " + TOKEN).status() != 401, path);
      }
    }
  }

  @Test
  void aBrowserLogsInOnceAndHasACookieThatIsNotTheToken() throws Exception {
    try (OcellusServer closed = ServedPhotos.serve(ServerOptions.DEFAULT.withToken(TOKEN))) {
      Client asks = new Client(closed);
      Answer page = asks.get("/", "Accept", "text/html,*/*;q=0.8");
      assertEquals(303, page.status());
      assertEquals("/login", page.header("Location"));
      Answer form = asks.get("/login", "Accept", "text/html");
      assertTrue(form.text().contains("<input id=\"token\""), form.text());
      String type = "application/x-www-form-urlencoded";
      Answer wrong = asks.post("/login", type, "token=guess".getBytes());
      assertEquals(401, wrong.status());
      assertEquals("", wrong.header("Set-Cookie"));
      Answer right = asks.post("/login", type, ("token=" + TOKEN).getBytes());
      assertEquals(303, right.status());
      String cookie = right.header("Set-Cookie");
      assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
      assertFalse(cookie.contains(TOKEN), cookie);
      String session = cookie.substring(0, cookie.indexOf(';'));
      assertEquals(200, asks.get("/api/search?q=cat", "Cookie", session).status());
      asks.get("/api/search?q=cat", "Cookie", session + "0").problem(401, "no-token");
    }
  }

  @Test
  void otherOriginsReadNothingUnlessNamed() throws Exception {
    String origin = "https://photos.example";
    assertEquals("", client.get("/health", "Origin", origin).header("Access-Control-Allow-Origin"));
    ServerOptions options = ServerOptions.DEFAULT.withCorsOrigins(List.of(origin)).withToken(TOKEN);
    try (OcellusServer open = ServedPhotos.serve(options)) {
      Client asks = new Client(open);
      Answer preflight =
          asks.send(
              "OPTIONS",
              "/api/search",
              new byte[0],
              "Origin",
              origin,
              "Access-Control-Request-Method",
              "POST",
              "Access-Control-Request-Headers",
              "authorization,content-type");
      assertEquals(200, preflight.status());
      assertEquals(origin, preflight.header("Access-Control-Allow-Origin"));
      Answer asked = asks.get("/health", "Origin", origin, "Authorization", "Bearer " + TOKEN);
      assertEquals(origin, asked.header("Access-Control-Allow-Origin"));
      Answer other =
          asks.get(
              "/health", "Origin", "https://photosXexample", "Authorization", "Bearer " + TOKEN);
      assertEquals("", other.header("Access-Control-Allow-Origin"));
    }
  }

  @Test
  void aCaptionIsDataAndNothingElse() throws Exception {
    Answer answer = client.get("/api/search?q=cat&size=50&highlight=true");
    assertTrue(answer.json().toString().contains("<img src=x onerror=alert(1)>"));
    assertEquals("application/json", answer.header("Content-Type"));
  }
}
