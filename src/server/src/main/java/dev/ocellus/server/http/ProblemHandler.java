package dev.ocellus.server.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Makes problems of what Jetty refuses by itself: requests that are no HTTP, too long, too late.
 */
public final class ProblemHandler extends ErrorHandler {

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    Problem problem =
        status == 500 && cause != null ? Problems.of(cause) : Problems.ofStatus(status, message);
    // How long the file is that a range goes beyond.
    String range = response.getHeaders().get(HttpHeader.CONTENT_RANGE);
    Problems.write(
        request,
        response,
        callback,
        range == null ? problem : problem.withHeader(HttpHeader.CONTENT_RANGE.asString(), range));
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }
}
