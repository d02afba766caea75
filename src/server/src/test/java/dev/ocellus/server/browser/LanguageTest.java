package dev.ocellus.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LanguageTest {

  @RegisterExtension final Visitor visitor = Visitor.of(Site.ONCE).speaking("ru-RU");

  @Test
  void theBrowsersLanguageIsSpoken() {
    PhotoPage page = visitor.open("/");
    assertThat(page.tab().locator("html")).hasAttribute("lang", "ru");
    page.find(AriaRole.COMBOBOX, "Что на фотографии?").fill("a castle");
    page.press("Enter");
    assertThat(page.tab()).hasTitle("Фотографии: a castle · Ocellus");
    Locator photos = page.find(AriaRole.LIST, "Фотографии").getByRole(AriaRole.LISTITEM);
    assertThat(photos.first()).containsText("%");
    visitor.photograph(page, "russian");
  }

  @Test
  void theChoiceOfALanguageStays() {
    PhotoPage page = visitor.open("/?q=a+castle");
    page.tab().getByText("English").click();
    page.assertAnswered("a castle");
    assertThat(page.tab().locator("html")).hasAttribute("lang", "en");
    assertThat(page.photos().first()).isVisible();
    PhotoPage later = visitor.open("/");
    assertThat(later.tab()).hasTitle("Ocellus");
    assertThat(later.box()).isVisible();
    later.tab().getByText("Русский").click();
    assertThat(later.tab().getByRole(AriaRole.HEADING).first()).hasText(Pattern.compile("[а-я]"));
  }
}
