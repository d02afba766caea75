package dev.ocellus.server.http;

import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.eclipse.jetty.server.Request;

/** What media types a client takes. */
final class Accept {

  private Accept() {}

  /**
   * Checks that a request takes what it would get.
   *
   * @param mediaType of the answer: {@code image/*} stands for any image
   * @throws Problem with 406 if it does not
   */
  static void check(Request request, String mediaType) {
    List<String> given = request.getHeaders().getValuesList(HttpHeader.ACCEPT);
    if (given.isEmpty() || mediaType.equals("*/*")) {
      return;
    }
    QuotedQualityCSV accepted = new QuotedQualityCSV();
    given.forEach(accepted::addValue);
    if (accepted.getValues().stream().noneMatch(range -> matches(range, mediaType))) {
      throw new Problem(
          HttpStatus.NOT_ACCEPTABLE_406,
          "not-acceptable",
          "the answer is %s, which the request's Accept does not take".formatted(mediaType));
    }
  }

  private static boolean matches(String accepted, String mediaType) {
    int parameters = accepted.indexOf(';');
    String range =
        (parameters < 0 ? accepted : accepted.substring(0, parameters))
            .strip()
            .toLowerCase(Locale.ROOT);
    String family = mediaType.substring(0, mediaType.indexOf('/') + 1);
    return range.equals("*/*")
        || range.equals(mediaType)
        || range.equals(family + "*")
        || (mediaType.endsWith("/*") && range.startsWith(family));
  }
}
