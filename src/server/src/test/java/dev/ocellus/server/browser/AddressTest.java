package dev.ocellus.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The address bar holds what is searched for. */
class AddressTest {

  @RegisterExtension final Visitor visitor = Visitor.of(Site.ONCE);

  @Test
  void backAndForthGoFromSearchToSearch() {
    PhotoPage page = visitor.open("/");
    page.search("a castle").search("two dogs");
    page.tab().goBack();
    page.assertAnswered("a castle");
    assertThat(page.box()).hasValue("a castle");
    page.tab().goBack();
    assertThat(page.tab()).hasTitle("Ocellus");
    assertThat(page.box()).hasValue("");
    page.tab().goForward();
    page.tab().goForward();
    page.assertAnswered("two dogs");
  }

  @Test
  void backClosesAPhotoThatWasOpened() {
    PhotoPage page = visitor.open("/").search("two dogs");
    page.photos().first().getByRole(AriaRole.LINK).click();
    assertThat(page.viewer()).isVisible();
    assertThat(page.tab()).hasURL(Pattern.compile("photo=spaniels\\.jpg"));
    page.tab().goBack();
    assertThat(page.viewer()).isHidden();
    page.assertAnswered("two dogs");
  }

  @Test
  void aLinkShowsWhatWasShown() {
    PhotoPage page = visitor.open("/").search("a man and music");
    page.find(AriaRole.SLIDER, "Least match score").fill("1");
    page.find(AriaRole.GROUP, "Tags").getByText(Pattern.compile("^music")).click();
    assertThat(page.tab()).hasURL(Pattern.compile("f=tag%3Amusic"));
    assertThat(page.photos().first()).isVisible();
    page.photos().first().getByRole(AriaRole.LINK).click();
    assertThat(page.viewer()).isVisible();

    PhotoPage other = visitor.open(page.tab().url());
    assertThat(other.viewer()).isVisible();
    String photo = page.viewer().getByRole(AriaRole.IMG).first().getAttribute("alt");
    assertThat(other.viewer().getByRole(AriaRole.IMG).first()).hasAttribute("alt", photo);
    page.press("Escape");
    other.press("Escape");
    assertThat(other.viewer()).isHidden();
    assertThat(other.box()).hasValue("a man and music");
    assertThat(other.find(AriaRole.SLIDER, "Least match score")).hasValue("1");
    assertThat(other.find(AriaRole.GROUP, "Tags").getByText(Pattern.compile("^music")))
        .hasAttribute("aria-pressed", "true");
    assertEquals(page.photos().allInnerTexts(), other.photos().allInnerTexts());
  }
}
