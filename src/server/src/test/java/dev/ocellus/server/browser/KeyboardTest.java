package dev.ocellus.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything without a mouse. */
class KeyboardTest {

  @RegisterExtension final Visitor visitor = Visitor.of(Site.ONCE);

  @Test
  void completionsAreChosenByArrows() {
    PhotoPage page = visitor.open("/");
    page.press("/");
    assertThat(page.box()).isFocused();
    page.tab().keyboard().type("a pair of");
    Locator completions = page.find(AriaRole.LISTBOX, "For example").getByRole(AriaRole.OPTION);
    assertThat(completions.first()).isVisible();
    assertThat(page.box()).hasAttribute("aria-expanded", "true");

    page.press("ArrowDown");
    assertThat(completions.first()).hasAttribute("aria-selected", "true");
    String chosen = page.box().inputValue();
    assertTrue(chosen.startsWith("a pair"), chosen);
    assertNotEquals("a pair of", chosen);
    visitor.photograph(page, "completions");
    page.press("Escape");
    assertThat(page.box()).hasValue("a pair of");
    assertThat(completions.first()).isHidden();

    page.press("ArrowDown");
    assertThat(completions.first()).isVisible();
    page.press("ArrowDown");
    page.press("Enter");
    page.assertAnswered(chosen);
  }

  @Test
  void everythingIsReachedByTabAndShowsTheFocus() {
    PhotoPage page = visitor.open("/?q=two+giraffes");
    page.assertAnswered("two giraffes");
    List<String> reached = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      page.press("Tab");
      String name = page.focused();
      if (name.equals("HTTP API")) {
        break;
      }
      reached.add(name);
      assertTrue(hasRing(page), "no ring around: " + name);
    }
    List<String> wanted =
        List.of(
            "Skip to the photos",
            "Ocellus, start page",
            "What does the photo show?",
            "Search by a picture",
            "Search",
            "Least match score",
            "Two giraffes stand side by side among dry trees.",
            "More like this",
            "Less like this");
    List<String> inOrder = new ArrayList<>(wanted);
    for (String name : reached) {
      if (!inOrder.isEmpty() && name.equals(inOrder.getFirst())) {
        inOrder.removeFirst();
      }
    }
    assertEquals(List.of(), inOrder, "not reached in this order; reached: " + reached);
  }

  private static boolean hasRing(PhotoPage page) {
    return (Boolean)
        page.tab()
            .evaluate(
                """
                () => {
                  const drawn = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
                    || style.boxShadow !== 'none';
                  for (let at = document.activeElement; at && at !== document.body; at = at.parentElement) {
                    if (drawn(getComputedStyle(at))) {
                      return true;
                    }
                  }
                  return [...document.activeElement.querySelectorAll('*')].some((each) => drawn(getComputedStyle(each)));
                }
                """);
  }

  @Test
  void photosAreWalkedThroughByArrowsAndTheViewerGivesTheFocusBack() {
    PhotoPage page = visitor.open("/?q=an+animal+in+the+grass&min=0");
    page.assertAnswered("an animal in the grass");
    page.press("/");
    // The link in front of everything goes past the controls.
    page.tab().evaluate("scrollTo(0, 0)");
    page.find(AriaRole.LINK, "Skip to the photos").focus();
    page.press("Enter");
    page.press("Tab");
    String first = page.focused();
    page.press("ArrowRight");
    String second = page.focused();
    assertEquals(alternative(page, 0), first);
    assertEquals(alternative(page, 1), second);
    page.press("ArrowDown");
    assertTrue(!page.focused().equals(second), second);
    page.press("ArrowUp");
    page.press("Home");
    assertEquals(first, page.focused());

    page.press("Enter");
    assertThat(page.viewer()).isVisible();
    assertThat(page.viewer()).containsText(Pattern.compile("1 of \\d+"));
    page.press("ArrowRight");
    assertThat(page.viewer()).containsText(Pattern.compile("2 of \\d+"));
    assertThat(page.viewer()).containsText(alternative(page, 1));
    assertThat(page.viewer()).containsText("How the score came about");
    visitor.photograph(page, "viewer");
    page.press("ArrowLeft");
    assertThat(page.viewer()).containsText(Pattern.compile("1 of \\d+"));
    page.press("ArrowRight");
    assertThat(page.viewer()).containsText(Pattern.compile("2 of \\d+"));
    page.press("Escape");
    assertThat(page.viewer()).isHidden();
    assertEquals(second, page.focused());

    page.press("/");
    assertThat(page.box()).isFocused();
  }

  private static String alternative(PhotoPage page, int photo) {
    return page.photos().nth(photo).getByRole(AriaRole.IMG).first().getAttribute("alt");
  }

  @Test
  void theSliderAndTheChipsAreMovedByKeys() {
    PhotoPage page = visitor.open("/?q=an+animal+in+the+grass&min=0.3");
    page.assertAnswered("an animal in the grass");
    Locator slider = page.find(AriaRole.SLIDER, "Least match score");
    slider.focus();
    page.press("ArrowRight");
    assertThat(page.tab()).hasURL(Pattern.compile("min=0\\.31"));
    page.press("Home");
    assertThat(page.tab()).hasURL(Pattern.compile("min=0(&|$)"));
    assertThat(slider).isFocused();

    Locator animals = page.find(AriaRole.GROUP, "Tags").getByText(Pattern.compile("^animals"));
    animals.focus();
    page.press("Space");
    assertThat(animals).hasAttribute("aria-pressed", "true");
    assertThat(animals).isFocused();
  }
}
