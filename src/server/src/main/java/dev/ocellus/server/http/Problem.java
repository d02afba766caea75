package dev.ocellus.server.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Why a request is not answered as asked: an RFC 9457 problem. Thrown by whoever finds out.
 *
 * <p>{@code type} is {@code urn:ocellus:problem:} and a word that programs may tell problems by;
 * {@code detail} is one line for people.
 */
public final class Problem extends RuntimeException {

  private static final String TYPES = "urn:ocellus:problem:";

  private final int status;
  private final String type;
  private final Map<String, Object> members = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  /**
   * @param status of the answer, 400 to 599
   * @param type a word of lower-case letters and hyphens
   * @param detail one line: what is wrong and what would be right
   */
  public Problem(int status, String type, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.type = type;
  }

  /** The same with a further member, as RFC 9457 allows. */
  public Problem with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  /** The same with a header of the answer. */
  public Problem withHeader(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Overload, or something that passes: to be tried again after so many seconds. */
  public static Problem tryAgain(String type, String detail, int seconds) {
    return new Problem(HttpStatus.SERVICE_UNAVAILABLE_503, type, detail)
        .withHeader("Retry-After", Integer.toString(seconds));
  }

  public int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** The JSON object. */
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", TYPES + type);
    body.put("title", HttpStatus.getMessage(status));
    body.put("status", status);
    body.put("detail", String.valueOf(getMessage()));
    body.putAll(members);
    return body;
  }
}
