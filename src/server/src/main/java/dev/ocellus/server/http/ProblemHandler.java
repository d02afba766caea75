package dev.ocellus.server.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
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
    Problems.write(request, response, callback, problem);
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  public ByteBuffer badMessageError(
      int status, @Nullable String reason, HttpFields.Mutable fields) {
    SecurityHeaders.put(fields);
    fields.put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
    return ByteBuffer.wrap(Json.bytes(Problems.ofStatus(status, reason).body()));
  }
}
