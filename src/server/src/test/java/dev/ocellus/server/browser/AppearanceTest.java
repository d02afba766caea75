package dev.ocellus.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Light and dark, wide and narrow, with and without motion. */
class AppearanceTest {

  @RegisterExtension final Visitor visitor = Visitor.of(Site.ONCE);

  @Test
  void theSystemsColoursAreTakenUntilOthersAreChosen() {
    PhotoPage page = visitor.open("/?q=two+dogs");
    page.assertAnswered("two dogs");
    assertTrue(brightness(page) > 0.8);
    page.tab().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertTrue(brightness(page) < 0.2);
    visitor.photograph(page, "dark");

    page.button("Light colours").click();
    assertTrue(brightness(page) > 0.8);
    PhotoPage later = visitor.open("/");
    later.tab().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertTrue(brightness(later) > 0.8);
  }

  /** Of the page's background, from 0 to 1. */
  private static double brightness(PhotoPage page) {
    Object channels =
        page.tab()
            .evaluate(
                """
                () => {
                  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
                  canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
                  canvas.fillRect(0, 0, 1, 1);
                  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
                  return (red + green + blue) / 765;
                }
                """);
    return ((Number) channels).doubleValue();
  }

  @Test
  void nothingMovesWhereMotionIsNotWanted() {
    visitor.withReducedMotion();
    PhotoPage page = visitor.open("/?q=two+dogs");
    page.assertAnswered("two dogs");
    page.photos().first().getByRole(AriaRole.LINK).click();
    assertThat(page.viewer()).isVisible();
    Object moving =
        page.tab()
            .evaluate(
                """
                () => [...document.querySelectorAll('*')].filter((each) => {
                  const {transitionDuration, animationDuration, animationName, scrollBehavior} = getComputedStyle(each);
                  const long = (times) => times.split(',').some((time) => parseFloat(time) > 0.01);
                  return long(transitionDuration) || (animationName !== 'none' && long(animationDuration))
                    || scrollBehavior === 'smooth';
                }).length
                """);
    assertEquals(0, moving);
  }

  @Test
  void aNarrowPhoneNeedsNoScrollingSideways() {
    visitor.onPhone();
    PhotoPage page = visitor.open("/");
    assertFits(page);
    page.search("an animal in the grass");
    assertFits(page);
    visitor.photograph(page, "phone");
    Locator photo = page.photos().first().getByRole(AriaRole.LINK);
    photo.tap();
    assertThat(page.viewer()).isVisible();
    assertThat(page.viewer()).containsText("How the score came about");
    assertFits(page);
    visitor.photograph(page, "phone-viewer");
    page.viewer().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close")).tap();
    assertThat(page.viewer()).isHidden();
  }

  private static void assertFits(PhotoPage page) {
    Object beyond =
        page.tab()
            .evaluate(
                """
                () => [...document.querySelectorAll('body *')]
                  .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1
                    && !each.closest('.hidden'))
                  .map((each) => each.outerHTML.slice(0, 100))
                """);
    Object width = page.tab().evaluate("document.documentElement.scrollWidth");
    assertEquals(320, width, "beyond the edge: " + beyond);
  }
}
