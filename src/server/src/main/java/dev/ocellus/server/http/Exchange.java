package dev.ocellus.server.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, by any thread. The first answer counts; one that comes after the
 * request's time was over is dropped.
 */
public final class Exchange {

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final AtomicBoolean answered = new AtomicBoolean();
  private @Nullable PathSpec path;
  private Scheduler.@Nullable Task expiry;
  private volatile boolean reading;

  Exchange(Request request, Response response, Callback callback) {
    this.request = request;
    this.response = response;
    this.callback = callback;
  }

  void matched(PathSpec newPath) {
    this.path = newPath;
  }

  void expireAfter(Duration time, Scheduler scheduler) {
    expiry = scheduler.schedule(this::expire, time);
  }

  private void expire() {
    fail(
        reading
            ? new Problem(
                    HttpStatus.REQUEST_TIMEOUT_408,
                    "too-slow",
                    "the request's body did not come in time")
                .withHeader("Connection", "close")
            : Problem.tryAgain("overloaded", "the answer took too long; try again", 5));
  }

  /** Whether the body is being read. */
  void reading(boolean now) {
    reading = now;
  }

  /** Whether this is the first answer. */
  private boolean begin() {
    boolean first = answered.compareAndSet(false, true);
    Scheduler.Task timer = expiry;
    if (first && timer != null) {
      timer.cancel();
    }
    return first;
  }

  public Request request() {
    return request;
  }

  /**
   * A part of the path, decoded.
   *
   * @param name as in the route's path
   */
  public String pathParameter(String name) {
    if (!(path instanceof UriTemplatePathSpec template)) {
      throw new IllegalStateException("the route has no " + name);
    }
    return URIUtil.decodePath(
        template.getPathParams(request.getHttpURI().getCanonicalPath()).get(name));
  }

  /** What follows the {@code *} of the route's path. */
  public String pathRest() {
    String rest = path == null ? null : path.getPathInfo(request.getHttpURI().getCanonicalPath());
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

  /** Sets a header of the answer; before the answer is given. */
  public Exchange header(HttpHeader name, String value) {
    response.getHeaders().put(name, value);
    return this;
  }

  /** Answers with a record as JSON. */
  public void json(Object answer) {
    write(HttpStatus.OK_200, "application/json", Json.bytes(answer));
  }

  /** Answers with bytes; they are not to be kept by clients unless a header said so. */
  public void write(int status, String mediaType, byte[] body) {
    if (!begin()) {
      return;
    }
    response.setStatus(status);
    if (!response.getHeaders().contains(HttpHeader.CACHE_CONTROL)) {
      header(HttpHeader.CACHE_CONTROL, "no-store");
    }
    header(HttpHeader.CONTENT_TYPE, mediaType);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  /** Answers that what the client has is still right. */
  public void notModified() {
    if (begin()) {
      response.setStatus(HttpStatus.NOT_MODIFIED_304);
      response.write(true, ByteBuffer.allocate(0), callback);
    }
  }

  /** Sends the client to another path of this server. */
  public void seeOther(String where) {
    if (begin()) {
      redirect(response, callback, where);
    }
  }

  static void redirect(Response response, Callback callback, String where) {
    response.setStatus(HttpStatus.SEE_OTHER_303);
    response.getHeaders().put(HttpHeader.LOCATION, where);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.allocate(0), callback);
  }

  /** Leaves the answer to Jetty. */
  public void handOver(Request.Handler handler) throws Exception {
    if (begin()) {
      handler.handle(request, response, callback);
    }
  }

  void addCookie(HttpCookie cookie) {
    Response.addCookie(response, cookie);
  }

  /** Answers with what a failure means. */
  public void fail(Throwable failure) {
    if (begin()) {
      Problems.write(request, response, callback, failure);
    }
  }
}
