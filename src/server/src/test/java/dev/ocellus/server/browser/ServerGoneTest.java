package dev.ocellus.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.ocellus.server.OcellusServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServerGoneTest {

  @RegisterExtension final Visitor visitor = Visitor.of(Site.ONCE);

  @Test
  void aSearchGoesOnWhenTheServerIsBack() throws Exception {
    OcellusServer server = visitor.server(0);
    int port = server.address().getPort();
    PhotoPage page = visitor.open(server.address() + "?q=a+castle");
    page.assertAnswered("a castle");
    server.close();

    visitor.watch().expect("ERR_CONNECTION_REFUSED|Failed to load resource");
    page.box().fill("two dogs");
    page.press("Enter");
    assertThat(page.find(AriaRole.HEADING, "The server does not answer.")).isVisible();
    visitor.photograph(page, "gone");

    try (OcellusServer back = visitor.server(port)) {
      page.assertAnswered("two dogs");
      assertThat(page.photos().first()).containsText("A pair of dogs");
      assertThat(page.find(AriaRole.HEADING, "The server does not answer.")).isHidden();
    }
  }
}
