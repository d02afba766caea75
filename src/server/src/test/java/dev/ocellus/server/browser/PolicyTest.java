package dev.ocellus.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PolicyTest {

  @RegisterExtension final Visitor visitor = Visitor.of(Site.WITH_POLICY);

  @Test
  void aBlockedQueryShowsTheDisclaimerAndNoPhoto() {
    PhotoPage page = visitor.open("/");
    page.box().fill("children in a park");
    page.press("Enter");
    assertThat(page.find(AriaRole.HEADING, "Not searched")).isVisible();
    assertThat(page.tab().locator("main")).containsText("children");
    assertThat(page.tab().locator("main")).containsText("unavailable in your country");
    assertThat(page.photos()).hasCount(0);
    visitor.photograph(page, "blocked");

    page.search("a castle");
    assertThat(page.photos().first()).isVisible();
    assertThat(page.find(AriaRole.HEADING, "Not searched")).isHidden();
  }

  @Test
  void aHiddenPhotoIsNotFoundByOtherWordsEither() {
    // mariachi.jpg: "A boy in a mariachi band smiles while he strums his guitar."
    PhotoPage page = visitor.open("/?q=mariachi+musicians&min=0");
    page.assertAnswered("mariachi musicians");
    assertThat(page.photos().first()).isVisible();
    assertThat(page.find(AriaRole.LIST, "Photos")).not().containsText("mariachi");
  }
}
