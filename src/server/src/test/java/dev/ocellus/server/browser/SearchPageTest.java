package dev.ocellus.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SearchPageTest {

  @RegisterExtension final Visitor visitor = Visitor.of(Site.ONCE);

  @Test
  void theStartPageHasExamplesFromTheCaptions() {
    PhotoPage page = visitor.open("/");
    assertThat(page.tab()).hasTitle("Ocellus");
    assertThat(page.find(AriaRole.HEADING, "What does the photo show?")).isVisible();
    Locator examples = page.find(AriaRole.LIST, "For example").getByRole(AriaRole.LINK);
    assertThat(examples.first()).isVisible();
    visitor.photograph(page, "empty");

    String example = examples.first().innerText();
    examples.first().click();
    page.assertAnswered(example);
    assertTrue(page.photos().first().innerText().contains(example), example);
  }

  @Test
  void photosComeBestFirstWithScoresAndReasons() {
    PhotoPage page = visitor.open("/").search("two dogs look out of a window");
    Locator best = page.photos().first();
    assertThat(best.getByRole(AriaRole.IMG))
        .hasAttribute("alt", "Two brown spaniels look out of the window of a wooden house.");
    assertThat(best).containsText("Seen and said");
    assertThat(best.locator("mark", new Locator.LocatorOptions().setHasText("window"))).isVisible();
    List<Integer> scores = page.scores();
    assertTrue(scores.getFirst() > 50, scores.toString());
    assertEquals(scores.stream().sorted(Comparator.reverseOrder()).toList(), scores);
    visitor.photograph(page, "results");
  }

  @Test
  void aPhotoWithoutCaptionIsSeenInThePicture() {
    PhotoPage page = visitor.open("/").search("a cup of espresso");
    Locator cup = page.photo("Photo without a caption, coffee.jpg");
    assertThat(cup).containsText("Seen in the picture");
  }

  @Test
  void theCutoffShowsFewerOrMore() {
    PhotoPage page = visitor.open("/").search("an animal in the grass");
    Locator slider = page.find(AriaRole.SLIDER, "Least match score");
    assertThat(page.find(AriaRole.CHECKBOX, "Only what fits")).isChecked();

    slider.fill("20");
    assertThat(page.tab()).hasURL(Pattern.compile("min=0\\.2"));
    assertThat(page.status()).containsText("at 20% or better");
    assertTrue(page.scores().getLast() >= 20, page.scores().toString());
    int some = page.photos().count();

    slider.fill("0");
    assertThat(page.tab()).hasURL(Pattern.compile("min=0(&|$)"));
    assertThat(page.status()).containsText("49 photos");
    assertTrue(page.photos().count() > some, page.photos().count() + " photos, before " + some);

    slider.fill("100");
    assertThat(page.find(AriaRole.HEADING, "No photo reaches 100%.")).isVisible();
    visitor.photograph(page, "nothing");
    page.button("Show the closest photos").click();
    assertThat(page.photos().first()).isVisible();
  }

  @Test
  void aChipNarrowsTheResultAndAnotherWidensItAgain() {
    PhotoPage page = visitor.open("/?q=a+man+and+music&min=0");
    Locator tags = page.find(AriaRole.GROUP, "Tags");
    Locator music = tags.getByText(Pattern.compile("^music"));
    assertThat(music).hasText("music 4");
    music.click();
    assertThat(page.photos()).hasCount(4);
    assertThat(music).hasAttribute("aria-pressed", "true");
    visitor.photograph(page, "facets");

    // drums, djembe, orchestra, mariachi; two of them among astronaut, camera, hopper
    tags.getByText(Pattern.compile("^people")).click();
    assertThat(page.photos()).hasCount(7);
    music.click();
    assertThat(page.photos()).hasCount(5);
  }

  @Test
  void aWordWrittenWrongGetsTheRightOne() {
    PhotoPage page = visitor.open("/").search("a hegdehog in the grass");
    page.find(AriaRole.LINK, "a hedgehog in the grass").click();
    page.assertAnswered("a hedgehog in the grass");
    assertThat(page.photos().first()).containsText("hedgehog");
  }
}
