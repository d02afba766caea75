package dev.ocellus.server.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The Chromium that is installed on this machine, without a window, started once for all tests. */
final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

  /** It asks nobody anything of its own accord; as root, and in containers, there is no sandbox. */
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** The first search loads an encoder, on a machine that may have other things to do. */
  private static final int PATIENCE_MILLIS = 30_000;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path program) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    // Playwright would fetch browsers of its own.
    this.playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright.chromium().launch(new LaunchOptions().setExecutablePath(program).setArgs(QUIET));
  }

  /** The one of this run; skips the test, and says so, where there is none. */
  static Browser of(ExtensionContext context) {
    Optional<Path> program = program();
    if (program.isEmpty()) {
      String reason = "no Chromium on PATH (Debian: apt-get install chromium)";
      System.err.println("SKIPPED: " + context.getDisplayName() + ": " + reason);
      return abort(reason);
    }
    return context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .computeIfAbsent(Chromium.class, key -> new Chromium(program.get()), Chromium.class)
        .browser;
  }

  private static Optional<Path> program() {
    return Stream.of(
            System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
