package dev.ocellus.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Searching by pictures: those of the result, and those that people bring. */
class PictureTest {

  private static final Path KITTEN = Path.of("..", "..", "testdata", "photos", "kitten.jpg");
  private static final String KITTEN_CAPTION =
      "A black and white kitten plays with a ball of yarn.";

  /** A file as the browser's own events carry it. */
  private static final String EVENT_WITH_FILE =
      """
      (target, [kind, base64]) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const files = new DataTransfer();
        files.items.add(new File([bytes], 'kitten.jpg', {type: 'image/jpeg'}));
        const options = {bubbles: true, cancelable: true};
        if (kind === 'paste') {
          target.dispatchEvent(new ClipboardEvent('paste', {...options, clipboardData: files}));
        } else {
          for (const name of ['dragenter', 'dragover', 'drop']) {
            target.dispatchEvent(new DragEvent(name, {...options, dataTransfer: files}));
          }
        }
      }
      """;

  @RegisterExtension final Visitor visitor = Visitor.of(Site.ONCE);

  @Test
  void moreLikeThisFindsWhatLooksAlike() {
    PhotoPage page = visitor.open("/").search("a hand drum");
    Locator drum = page.photo("A hand drum lies on a beanbag in a living room.");
    drum.hover();
    drum.getByRole(AriaRole.BUTTON, named("More like this")).click();
    page.assertAnswered("like:\"djembe.jpg\"");
    assertThat(page.find(AriaRole.REGION, "Pictures in this search")).containsText("djembe.jpg");
    assertThat(page.photos().first()).containsText("Looks alike");
    visitor.photograph(page, "more-like-this");

    page.button("Remove djembe.jpg").click();
    assertThat(page.tab()).hasURL(Pattern.compile("^[^?]*/(\\?.*)?$"));
    assertThat(page.find(AriaRole.REGION, "Pictures in this search")).isHidden();
  }

  @Test
  void lessLikeThisMovesAPhotoAndItsLikeDown() {
    PhotoPage page = visitor.open("/?q=a+cat&min=0");
    page.assertAnswered("a cat");
    Locator cat = page.photo("A close-up of the face of a ginger cat.");
    int before = place(page, cat);
    cat.hover();
    cat.getByRole(AriaRole.BUTTON, named("Less like this")).click();
    page.assertAnswered("a cat -like:\"chelsea.jpg\"");
    assertThat(page.find(AriaRole.REGION, "Pictures in this search")).containsText("Unlike");
    int after = place(page, cat);
    assertEquals(true, after < 0 || after > before, "from " + before + " to " + after);
  }

  private static int place(PhotoPage page, Locator photo) {
    return photo.count() == 0
        ? -1
        : page.photos().allInnerTexts().indexOf(photo.first().innerText());
  }

  @Test
  void aPictureIsChosen() {
    PhotoPage page = visitor.open("/");
    FileChooser chooser =
        page.tab().waitForFileChooser(() -> page.button("Search by a picture").click());
    chooser.setFiles(KITTEN);
    assertKittenFound(page);
    visitor.photograph(page, "picture");
  }

  @Test
  void aPictureIsDropped() throws IOException {
    PhotoPage page = visitor.open("/");
    bring(page, "drop");
    assertKittenFound(page);
  }

  @Test
  void aPictureIsPastedAndWordsAreAdded() throws IOException {
    PhotoPage page = visitor.open("/");
    bring(page, "paste");
    assertKittenFound(page);
    page.box().fill("on a pink blanket");
    page.press("Enter");
    assertThat(page.tab()).hasTitle("Photos like your picture: on a pink blanket · Ocellus");
    assertThat(page.photos().first().getByRole(AriaRole.IMG))
        .hasAttribute("alt", Pattern.compile("kitten|cat"));
  }

  @Test
  void whatIsNoPictureIsNamed() {
    PhotoPage page = visitor.open("/");
    FileChooser chooser =
        page.tab().waitForFileChooser(() -> page.button("Search by a picture").click());
    chooser.setFiles(Path.of("pom.xml"));
    assertThat(page.tab().getByText("“pom.xml” is not a picture that can be read.")).isVisible();
  }

  private static void bring(PhotoPage page, String kind) throws IOException {
    String base64 = Base64.getEncoder().encodeToString(Files.readAllBytes(KITTEN));
    page.tab().locator("body").evaluate(EVENT_WITH_FILE, new String[] {kind, base64});
  }

  private static void assertKittenFound(PhotoPage page) {
    assertThat(page.tab()).hasTitle("Photos like your picture · Ocellus");
    assertThat(page.photos().first().getByRole(AriaRole.IMG)).hasAttribute("alt", KITTEN_CAPTION);
    assertThat(page.tab().getByText("A link to this page cannot carry your picture.")).isVisible();
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
