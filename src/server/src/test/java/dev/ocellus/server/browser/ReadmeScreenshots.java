package dev.ocellus.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.twelvemonkeys.image.ImageUtil;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Makes the README's pictures of the page; no test by its name, so only {@code screenshots} runs
 * it.
 */
class ReadmeScreenshots {

  private static final Path DOCS = Path.of("..", "..", "docs");

  /** A palette, as photos as PNG would be large. */
  private static final int COLOURS = 256;

  @RegisterExtension final Visitor visitor = Visitor.of(Site.ONCE);

  @Test
  void results() throws IOException {
    PhotoPage page =
        visitor.sized(1100, 760).withReducedMotion().open("/?q=a+bird+by+the+water&min=0.01");
    page.assertAnswered("a bird by the water");
    save(page, "page-results.png");
  }

  @Test
  void aPhotoInTheDark() throws IOException {
    PhotoPage page =
        visitor
            .sized(1100, 700)
            .inDark()
            .withReducedMotion()
            .open("/?q=two+dogs+look+out+of+a+window");
    page.photos().first().getByRole(AriaRole.LINK).click();
    assertThat(page.viewer()).containsText("How the score came about");
    save(page, "page-photo.png");
  }

  private static void save(PhotoPage page, String name) throws IOException {
    page.tab()
        .waitForFunction(
            "() => [...document.images].every((image) => image.complete || image.loading === 'lazy')"
                + " && [...document.images].filter((image) => image.checkVisibility()"
                + " && image.getBoundingClientRect().top < innerHeight).every((image) => image.naturalWidth > 0)");
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(page.tab().screenshot()));
    BufferedImage small =
        ImageUtil.createIndexed(
            picture,
            COLOURS,
            Color.WHITE,
            ImageUtil.DITHER_NONE | ImageUtil.COLOR_SELECTION_QUALITY);
    ImageIO.write(small, "png", DOCS.resolve(name).toFile());
  }
}
