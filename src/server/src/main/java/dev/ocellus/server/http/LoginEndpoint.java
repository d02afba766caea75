package dev.ocellus.server.http;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;

/**
 * {@code /login}, only where there is a token: a form that takes it and gives a cookie for it,
 * which no script can read and no other site can send.
 */
public final class LoginEndpoint implements Endpoint {

  private static final int LONGEST = 4096;

  private static final String FORM =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta name="color-scheme" content="light dark">
      <title>Ocellus: token</title>
      <main>
      <h1>Ocellus</h1>
      <p role="status">%s</p>
      <form method="post" action="/login">
      <p><label for="token">Token</label>
      <p><input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
      <button>Open</button>
      </form>
      </main>
      </html>
      """;

  private final @Nullable String token;
  private final Body body = new Body(LONGEST);

  public LoginEndpoint(@Nullable String token) {
    this.token = token;
  }

  @Override
  public void answer(Exchange exchange) {
    exchange.parameters(Set.of());
    String expected = token;
    if (expected == null) {
      exchange.seeOther("/");
    } else if (!exchange.request().getMethod().equals("POST")) {
      form(exchange, HttpStatus.OK_200, "This server asks for a token.");
    } else if (!Body.mediaType(exchange.request()).equals("application/x-www-form-urlencoded")) {
      throw new Problem(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
          "unsupported-media-type",
          "POST the form as application/x-www-form-urlencoded");
    } else {
      body.read(
          exchange, bytes -> login(exchange, expected, new String(bytes, StandardCharsets.UTF_8)));
    }
  }

  private static void login(Exchange exchange, String expected, String form) {
    Fields fields = new Fields();
    UrlEncoded.decodeUtf8To(form, 0, form.length(), fields);
    if (!TokenCheck.same(fields.getValue("token"), expected.getBytes(StandardCharsets.UTF_8))) {
      form(exchange, HttpStatus.UNAUTHORIZED_401, "That is not the token.");
      return;
    }
    exchange.addCookie(
        HttpCookie.build(TokenCheck.COOKIE, TokenCheck.session(expected))
            .path("/")
            .httpOnly(true)
            .secure(exchange.request().isSecure())
            .sameSite(HttpCookie.SameSite.STRICT)
            .build());
    exchange.seeOther("/");
  }

  private static void form(Exchange exchange, int status, String said) {
    exchange.write(
        status, "text/html;charset=utf-8", FORM.formatted(said).getBytes(StandardCharsets.UTF_8));
  }
}
