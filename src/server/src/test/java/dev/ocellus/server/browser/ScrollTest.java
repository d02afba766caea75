package dev.ocellus.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScrollTest {

  /** 48 photos of testdata/, seven times. */
  private static final int ALL = 336;

  /** Candidates that each way to look contributes. */
  private static final int WINDOW = 200;

  @RegisterExtension final Visitor visitor = Visitor.of(Site.MANY);

  @Test
  void threeHundredPhotosAreScrolledThroughInTheirOrder() {
    PhotoPage page = visitor.open("/?q=a+bird+by+the+water&min=0");
    page.assertAnswered("a bird by the water");
    int seen = 0;
    while (seen < ALL) {
      page.photos().last().scrollIntoViewIfNeeded();
      assertThat(page.photos().nth(seen)).isAttached();
      seen = page.photos().count();
    }
    assertEquals(ALL, seen);
    // Beyond the candidates of a query photos come by likeness alone.
    List<Integer> scores = page.scores().subList(0, WINDOW);
    assertEquals(scores.stream().sorted(Comparator.reverseOrder()).toList(), scores);
    List<?> links =
        (List<?>) page.photos().getByRole(AriaRole.LINK).evaluateAll("all => all.map(a => a.href)");
    assertEquals(ALL, new HashSet<>(links).size(), "each photo once");
  }

  @Test
  void thumbnailsAreLoadedAsTheyComeIntoView() {
    PhotoPage page = visitor.open("/?q=a+bird+by+the+water&min=0");
    page.assertAnswered("a bird by the water");
    assertThat(page.photos()).hasCount(40);
    Locator last = page.photos().last().getByRole(AriaRole.IMG);
    assertEquals(false, last.evaluate("image => image.complete && image.naturalWidth > 0"));
    last.scrollIntoViewIfNeeded();
    page.tab()
        .waitForFunction("image => image.complete && image.naturalWidth > 0", last.elementHandle());
  }

  @Test
  void backReturnsToThePlaceThatWasLeft() {
    PhotoPage page = visitor.open("/?q=a+bird+by+the+water&min=0");
    page.assertAnswered("a bird by the water");
    while (page.photos().count() < 120) {
      int before = page.photos().count();
      page.photos().last().scrollIntoViewIfNeeded();
      assertThat(page.photos().nth(before)).isAttached();
    }
    Locator photo = page.photos().nth(100);
    photo.scrollIntoViewIfNeeded();
    page.search("a castle");
    page.tab().goBack();
    page.assertAnswered("a bird by the water");
    assertThat(photo).isInViewport();
  }
}
