package dev.ocellus.server.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lets through who knows the token: programs send it as {@code Authorization: Bearer}; a browser
 * has a cookie that {@link LoginEndpoint} gave it, from which the token cannot be told. Tokens are
 * compared in a time that says nothing about them.
 */
public final class TokenCheck extends Handler.Wrapper {

  /** Where who has no cookie yet may get one. */
  public static final String LOGIN = "/login";

  static final String COOKIE = "ocellus";

  private static final String BEARER = "Bearer ";

  private final byte[] token;
  private final String session;

  public TokenCheck(Handler next, String token) {
    super(next);
    this.token = token.getBytes(StandardCharsets.UTF_8);
    this.session = session(token);
  }

  /** What the cookie holds: made of the token, which cannot be made of it. */
  static String session(String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal("ocellus session".getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (LOGIN.equals(request.getHttpURI().getCanonicalPath()) || isKnown(request)) {
      return super.handle(request, response, callback);
    }
    if (isPage(request)) {
      Exchange.redirect(response, callback, LOGIN);
      return true;
    }
    Problems.write(
        request,
        response,
        callback,
        new Problem(
                HttpStatus.UNAUTHORIZED_401,
                "no-token",
                "this server asks for a token; send Authorization: Bearer TOKEN")
            .withHeader("WWW-Authenticate", "Bearer realm=\"ocellus\""));
    return true;
  }

  private boolean isKnown(Request request) {
    String given = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    if (given != null) {
      return given.regionMatches(true, 0, BEARER, 0, BEARER.length())
          && same(given.substring(BEARER.length()).strip(), token);
    }
    for (HttpCookie cookie : Request.getCookies(request)) {
      if (cookie.getName().equals(COOKIE)) {
        return same(cookie.getValue(), session.getBytes(StandardCharsets.UTF_8));
      }
    }
    return false;
  }

  static boolean same(@Nullable String given, byte[] expected) {
    return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected);
  }

  /** A person who opens the page in a browser. */
  private static boolean isPage(Request request) {
    String accept = request.getHeaders().get(HttpHeader.ACCEPT);
    return request.getMethod().equals("GET")
        && "/".equals(request.getHttpURI().getCanonicalPath())
        && accept != null
        && accept.contains("text/html");
  }
}
