package dev.ocellus.server.http;

import com.fasterxml.jackson.core.JacksonException;
import dev.ocellus.encode.ModelException;
import dev.ocellus.encode.PhotoException;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.TooManyPointsException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Makes problems of failures, and writes them. */
public final class Problems {

  static final String MEDIA_TYPE = "application/problem+json";

  private static final Logger LOG = System.getLogger("dev.ocellus.server");
  private static final Pattern COLUMN = Pattern.compile("column (\\d+): .*");

  private Problems() {}

  /** What a failure means to the client; what is nobody's fault but ours is logged. */
  public static Problem of(Throwable failure) {
    Throwable cause = failure.getCause();
    if (cause != null
        && (failure instanceof CompletionException || failure instanceof ExecutionException)) {
      return of(cause);
    }
    return switch (failure) {
      case Problem problem -> problem;
      case TooManyPointsException points ->
          Problem.tryAgain(
              "too-many-points-in-time",
              message(points),
              Math.toIntExact(points.retryAfter().toSeconds() + 1));
      case QueryException query -> ofQuery(message(query));
      case PhotoException photo ->
          new Problem(HttpStatus.BAD_REQUEST_400, "bad-picture", message(photo));
      case ModelException model -> Problem.tryAgain("no-encoder", message(model), 60);
      case IndexException index -> Problem.tryAgain("no-index", message(index), 10);
      case HttpException http -> ofStatus(http.getCode(), http.getReason());
      case TimeoutException time ->
          new Problem(
              HttpStatus.REQUEST_TIMEOUT_408, "too-slow", "the request did not come in time");
      default -> unexpected(failure);
    };
  }

  private static Problem ofQuery(String message) {
    Problem problem = new Problem(HttpStatus.BAD_REQUEST_400, "bad-query", message);
    Matcher column = COLUMN.matcher(message);
    return column.matches() ? problem.with("column", Integer.valueOf(column.group(1))) : problem;
  }

  /** What Jetty found out by itself. */
  static Problem ofStatus(int status, @Nullable String reason) {
    String type =
        switch (status) {
          case HttpStatus.NOT_FOUND_404 -> "not-found";
          case HttpStatus.REQUEST_TIMEOUT_408 -> "too-slow";
          case HttpStatus.RANGE_NOT_SATISFIABLE_416 -> "bad-range";
          case HttpStatus.PAYLOAD_TOO_LARGE_413,
              HttpStatus.URI_TOO_LONG_414,
              HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
              "too-large";
          case HttpStatus.SERVICE_UNAVAILABLE_503 -> "stopping";
          default -> status >= 500 ? "internal" : "bad-request";
        };
    String detail = reason == null || reason.isBlank() ? HttpStatus.getMessage(status) : reason;
    Problem problem = new Problem(status, type, detail);
    return status == HttpStatus.SERVICE_UNAVAILABLE_503
        ? problem.withHeader(HttpHeader.RETRY_AFTER.asString(), "5")
        : problem;
  }

  private static Problem unexpected(Throwable failure) {
    if (!(failure instanceof EofException) && !(failure instanceof JacksonException)) {
      LOG.log(Level.ERROR, "a request failed", failure);
    }
    return new Problem(
        HttpStatus.INTERNAL_SERVER_ERROR_500, "internal", "the server failed; its log says more");
  }

  private static String message(Throwable failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }

  /** Answers with a problem, unless an answer has begun already: then the connection is cut. */
  public static void write(
      Request request, Response response, Callback callback, Throwable failure) {
    Problem problem = of(failure);
    if (response.isCommitted()) {
      callback.failed(failure);
      return;
    }
    response.reset();
    SecurityHeaders.put(response.getHeaders());
    response.setStatus(problem.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    problem.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.write(true, ByteBuffer.wrap(Json.bytes(problem.body())), callback);
  }
}
