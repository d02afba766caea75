package dev.ocellus.server.http;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;

/** One request and its answer. To be answered once, by any thread. */
public final class Exchange {

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final MatchedResource<Route> matched;

  Exchange(Request request, Response response, Callback callback, MatchedResource<Route> matched) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.matched = matched;
  }

  public Request request() {
    return request;
  }

  public Response response() {
    return response;
  }

  public Callback callback() {
    return callback;
  }

  /**
   * A part of the path, decoded.
   *
   * @param name as in the route's path
   */
  public String pathParameter(String name) {
    Map<String, String> parameters =
        ((UriTemplatePathSpec) matched.getPathSpec())
            .getPathParams(request.getHttpURI().getCanonicalPath());
    return URIUtil.decodePath(parameters.get(name));
  }

  /** What follows the {@code *} of the route's path. */
  public String pathRest() {
    String rest = matched.getPathInfo();
    return rest == null ? "" : rest;
  }

  /**
   * The parameters of the query.
   *
   * @throws Problem if there are others than the known
   */
  public Parameters parameters(Set<String> known) {
    return Parameters.of(request, known);
  }

  public Exchange header(HttpHeader name, String value) {
    response.getHeaders().put(name, value);
    return this;
  }

  /** Answers with a record as JSON. */
  public void json(Object answer) {
    write("application/json", Json.bytes(answer));
  }

  /** Answers with bytes. */
  public void write(String mediaType, byte[] body) {
    if (!response.getHeaders().contains(HttpHeader.CACHE_CONTROL)) {
      header(HttpHeader.CACHE_CONTROL, "no-store");
    }
    header(HttpHeader.CONTENT_TYPE, mediaType);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  /** Answers with a status and nothing else. */
  public void empty(int status) {
    response.setStatus(status);
    response.write(true, ByteBuffer.allocate(0), callback);
  }

  /** Answers with what a failure means. */
  public void fail(Throwable failure) {
    Problems.write(request, response, callback, failure);
  }
}
