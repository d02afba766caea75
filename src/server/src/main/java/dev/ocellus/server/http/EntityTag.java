package dev.ocellus.server.http;

import java.util.List;
import org.eclipse.jetty.http.EtagUtils;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.QuotedCSV;
import org.eclipse.jetty.server.Request;

/**
 * What tells whether a client has the right bytes already.
 *
 * @param value in quotes; another one for other bytes
 */
public record EntityTag(String value) {

  /** Whether the client said that it has these bytes. */
  public boolean isKnownTo(Request request) {
    List<String> given = request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH);
    QuotedCSV tags = new QuotedCSV(true, given.toArray(String[]::new));
    return tags.getValues().stream().anyMatch(this::is);
  }

  /** Whether ranges that the client asks for are of these bytes, as far as it said. */
  public boolean isOfRanges(Request request) {
    String given = request.getHeaders().get(HttpHeader.IF_RANGE);
    return given == null || given.equals(value);
  }

  /** Compressed answers' tags carry a suffix, and a W/ that Jetty puts before. */
  private boolean is(String tag) {
    String strong = tag.startsWith("W/") ? tag.substring(2) : tag;
    return strong.equals("*")
        || strong.equals(value)
        || strong.equals(EtagUtils.rewriteWithSuffix(value, EtagUtils.ETAG_SEPARATOR + "gzip"));
  }
}
