package dev.ocellus.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.ocellus.server.PhotoLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Captions, file names, queries that look like HTML are shown as they were written. */
class HostileTextTest {

  @RegisterExtension final Visitor visitor = Visitor.of(Site.ONCE);

  @Test
  void aCaptionAndAFileNameStayText() {
    PhotoPage page = visitor.open("/").search("a sleepy tomcat");
    Locator photo = page.photo(PhotoLibrary.SCRIPT + " a sleepy tomcat");
    assertThat(photo).containsText(PhotoLibrary.SCRIPT);
    photo.getByRole(AriaRole.LINK).click();
    assertThat(page.viewer()).containsText(PhotoLibrary.SCRIPT + ".jpg");
    assertThat(page.viewer().getByRole(AriaRole.IMG).first()).isVisible();
    assertUnharmed(page);
    page.press("Escape");

    photo.hover();
    photo.getByRole(AriaRole.BUTTON).first().click();
    assertThat(page.find(AriaRole.REGION, "Pictures in this search"))
        .containsText(PhotoLibrary.SCRIPT);
    assertUnharmed(page);
  }

  @Test
  void aQueryStaysText() {
    PhotoPage page = visitor.open("/");
    page.box().fill(PhotoLibrary.SCRIPT);
    page.press("Enter");
    assertThat(page.box()).hasValue(PhotoLibrary.SCRIPT);
    assertThat(page.tab()).hasTitle("Photos: " + PhotoLibrary.SCRIPT + " · Ocellus");
    assertUnharmed(page);
  }

  /** No element was made of the text, and nothing in it ran. */
  private static void assertUnharmed(PhotoPage page) {
    assertEquals(0, page.tab().locator("[onerror]").count());
    assertEquals(false, page.tab().title().equals("1"));
  }
}
