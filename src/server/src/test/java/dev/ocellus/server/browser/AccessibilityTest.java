package dev.ocellus.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** WCAG 2.2 AA, as far as axe-core can tell: nothing found in any state of the page. */
class AccessibilityTest {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  @RegisterExtension final Visitor visitor = Visitor.of(Site.WITH_POLICY);

  @Test
  void theStartPage() {
    PhotoPage page = visitor.open("/");
    assertThat(page.find(AriaRole.LIST, "For example")).isVisible();
    assertAccessible(page);
  }

  @Test
  void resultsAndThePhotoView() {
    PhotoPage page = visitor.open("/?q=an+animal+in+the+grass&min=0");
    page.assertAnswered("an animal in the grass");
    assertAccessible(page);
    openFirst(page);
    assertAccessible(page);
  }

  @Test
  void completions() {
    PhotoPage page = visitor.open("/");
    page.box().pressSequentially("a brown");
    assertThat(page.find(AriaRole.LISTBOX, "For example")).isVisible();
    assertAccessible(page);
  }

  @Test
  void aBlockedQueryAndNoResult() {
    PhotoPage page = visitor.open("/?q=children");
    assertThat(page.find(AriaRole.HEADING, "Not searched")).isVisible();
    assertAccessible(page);
    page.tab().navigate(page.tab().url().replace("q=children", "q=castle&min=1"));
    assertThat(page.find(AriaRole.HEADING, "No photo reaches 100%.")).isVisible();
    assertAccessible(page);
  }

  @Test
  void inRussian() {
    PhotoPage page = visitor.speaking("ru").open("/?q=castle");
    assertThat(page.find(AriaRole.LIST, "Фотографии").getByRole(AriaRole.LISTITEM).first())
        .isVisible();
    assertAccessible(page);
  }

  @Test
  void inTheDark() {
    PhotoPage page = visitor.inDark().open("/?q=an+animal+in+the+grass&min=0");
    page.assertAnswered("an animal in the grass");
    assertAccessible(page);
    openFirst(page);
    assertAccessible(page);
  }

  @Test
  void onAPhone() {
    PhotoPage page = visitor.onPhone().open("/?q=an+animal+in+the+grass&min=0");
    page.assertAnswered("an animal in the grass");
    assertAccessible(page);
    openFirst(page);
    assertAccessible(page);
  }

  private static void openFirst(PhotoPage page) {
    page.photos().first().getByRole(AriaRole.LINK).click();
    assertThat(page.viewer()).containsText("How the score came about");
  }

  private static void assertAccessible(PhotoPage page) {
    AxeResults results = new AxeBuilder(page.tab()).withTags(RULES).analyze();
    List<String> found =
        results.getViolations().stream()
            .map(
                rule ->
                    "%s (%s): %s, at %s"
                        .formatted(
                            rule.getId(),
                            rule.getImpact(),
                            rule.getHelp(),
                            rule.getNodes().stream().map(node -> node.getHtml()).toList()))
            .toList();
    assertEquals(List.of(), found);
  }
}
