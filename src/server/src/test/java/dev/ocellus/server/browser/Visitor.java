package dev.ocellus.server.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.ocellus.server.OcellusServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Somebody at a browser of their own, fresh for every test. After each test fails it if the page
 * complained or asked another host.
 */
final class Visitor implements BeforeEachCallback, AfterEachCallback {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final Site site;
  private final NewContextOptions options =
      new NewContextOptions()
          .setViewportSize(1280, 800)
          .setLocale("en-GB")
          .setColorScheme(ColorScheme.LIGHT)
          .setReducedMotion(ReducedMotion.NO_PREFERENCE);
  private @Nullable ExtensionContext test;
  private @Nullable BrowserContext context;
  private @Nullable Watch watch;

  private Visitor(Site site) {
    this.site = site;
  }

  static Visitor of(Site site) {
    return new Visitor(site);
  }

  Visitor speaking(String locale) {
    options.setLocale(locale);
    return this;
  }

  Visitor onPhone() {
    options.setViewportSize(320, 640).setHasTouch(true).setIsMobile(true);
    return this;
  }

  Visitor sized(int width, int height) {
    options.setViewportSize(width, height);
    return this;
  }

  Visitor inDark() {
    options.setColorScheme(ColorScheme.DARK);
    return this;
  }

  Visitor withReducedMotion() {
    options.setReducedMotion(ReducedMotion.REDUCE);
    return this;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    test = context;
    Chromium.of(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (this.context != null) {
      this.context.close();
      watch().assertQuiet();
    }
  }

  /**
   * Opens a tab.
   *
   * @param address absolute, or a path of the site
   */
  PhotoPage open(String address) {
    URI site = this.site.address(test());
    if (context == null) {
      context = Chromium.of(test()).newContext(options);
      watch = new Watch(context);
    }
    Page tab = context.newPage();
    tab.navigate(site.resolve(address).toString());
    // At the end of the page it says what it searches in: it has begun.
    tab.waitForFunction("() => document.querySelector('#about').textContent");
    return new PhotoPage(tab);
  }

  /**
   * Starts a server over the site's photos, which the caller stops.
   *
   * @param port 0 for any free one
   */
  OcellusServer server(int port) throws IOException {
    return site.start(test(), port);
  }

  private ExtensionContext test() {
    return Objects.requireNonNull(test);
  }

  Watch watch() {
    return Objects.requireNonNull(watch);
  }

  /** Keeps what the page looks like as target/screenshots/NAME.png. */
  void photograph(PhotoPage page, String name) {
    page.tab().screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }
}
