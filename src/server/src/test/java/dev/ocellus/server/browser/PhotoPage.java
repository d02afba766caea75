package dev.ocellus.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page as who uses it knows it: its parts by role and name, in English. */
record PhotoPage(Page tab) {

  private static final Pattern PERCENT = Pattern.compile("Match score\\s+(<?)(\\d+)\\s?%");

  Locator find(AriaRole role, String name) {
    return tab.getByRole(role, new GetByRoleOptions().setName(name).setExact(true));
  }

  Locator button(String name) {
    return find(AriaRole.BUTTON, name);
  }

  Locator box() {
    return find(AriaRole.COMBOBOX, "What does the photo show?");
  }

  /** How many photos there are, and other news. */
  Locator status() {
    return tab.getByRole(AriaRole.STATUS);
  }

  /** Searches, and waits for the answer. */
  PhotoPage search(String text) {
    box().fill(text);
    box().press("Enter");
    assertAnswered(text);
    return this;
  }

  void assertAnswered(String text) {
    assertThat(tab).hasTitle("Photos: " + text + " · Ocellus");
    assertThat(list()).not().hasAttribute("aria-busy", "true");
  }

  Locator list() {
    return find(AriaRole.LIST, "Photos");
  }

  /** The photos of the result, best first. */
  Locator photos() {
    return list().getByRole(AriaRole.LISTITEM);
  }

  /** The photo of this name: its caption, which is its alternative text. */
  Locator photo(String caption) {
    return photos().filter(new Locator.FilterOptions().setHas(find(AriaRole.IMG, caption)));
  }

  /** The match scores in percent. */
  List<Integer> scores() {
    return photos().allInnerTexts().stream().map(PhotoPage::score).toList();
  }

  private static int score(String text) {
    Matcher percent = PERCENT.matcher(text);
    if (!percent.find()) {
      throw new AssertionError("no match score in: " + text);
    }
    return percent.group(1).isEmpty() ? Integer.parseInt(percent.group(2)) : 0;
  }

  Locator viewer() {
    return tab.getByRole(AriaRole.DIALOG);
  }

  /** The role and name of what has the focus. */
  String focused() {
    return (String)
        tab.evaluate(
            "() => { const at = document.activeElement;"
                + " return at.getAttribute('aria-label') ?? at.querySelector('img')?.alt ?? at.innerText; }");
  }

  void press(String key) {
    tab.keyboard().press(key);
  }
}
