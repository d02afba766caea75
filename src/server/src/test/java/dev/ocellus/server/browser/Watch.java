package dev.ocellus.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Notes what a page must never do: errors on its console, and requests to another host. */
final class Watch {

  private static final String LOOPBACK = "127.0.0.1";

  private final List<String> complaints = new ArrayList<>();
  private final List<Pattern> expected = new ArrayList<>();

  Watch(BrowserContext context) {
    context.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add("console: " + message.text() + " at " + message.location());
          }
        });
    context.onWebError(error -> complaints.add("not caught: " + error.error()));
    context.onRequest(
        request -> {
          URI asked = URI.create(request.url());
          boolean inPage = List.of("data", "blob").contains(asked.getScheme());
          if (!inPage && !LOOPBACK.equals(asked.getHost())) {
            complaints.add("asked another host: " + request.url());
          }
        });
  }

  /** Of an error that the test brings about: the browser itself reports failed requests. */
  void expect(String pattern) {
    expected.add(Pattern.compile(pattern));
  }

  void assertQuiet() {
    List<String> unexpected =
        complaints.stream()
            .filter(complaint -> expected.stream().noneMatch(p -> p.matcher(complaint).find()))
            .toList();
    assertEquals(List.of(), unexpected);
  }
}
