package dev.ocellus.server.http;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.http.pathmap.ServletPathSpec;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Finds who answers a request. */
public final class Router extends Handler.Abstract {

  /** Attribute of a request: the path of its route. */
  private static final String ROUTE = Router.class.getName();

  private final PathMappings<Route> routes = new PathMappings<>();

  private final Scheduler scheduler;
  private final Duration longest;

  /**
   * @param scheduler counts the time of requests
   * @param longest time that a request may take until its answer begins
   */
  public Router(List<Route> routes, Scheduler scheduler, Duration longest) {
    this.scheduler = scheduler;
    this.longest = longest;
    for (Route route : routes) {
      this.routes.put(spec(route.path()), route);
    }
  }

  private static PathSpec spec(String path) {
    return path.endsWith("/*") ? new ServletPathSpec(path) : new UriTemplatePathSpec(path);
  }

  /** The path of a request's route, or null if it has none. */
  public static @Nullable String route(Request request) {
    return (String) request.getAttribute(ROUTE);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Exchange exchange = new Exchange(request, response, callback);
    try {
      // As it stands on the wire but for needless escapes: a %2F is no separator.
      String path = request.getHttpURI().getCanonicalPath();
      MatchedResource<Route> matched = path == null ? null : routes.getMatched(path);
      if (matched == null) {
        throw new Problem(
            HttpStatus.NOT_FOUND_404,
            "not-found",
            "there is nothing at this path; /api/openapi.json lists what there is");
      }
      Route route = matched.getResource();
      request.setAttribute(ROUTE, route.path());
      checkMethod(request, route);
      Accept.check(request, route.mediaType());
      exchange.matched(matched.getPathSpec());
      exchange.expireAfter(longest, scheduler);
      route.endpoint().answer(exchange);
    } catch (Exception | LinkageError | AssertionError e) {
      exchange.fail(e);
    }
    return true;
  }

  private static void checkMethod(Request request, Route route) {
    if (!route.methods().contains(request.getMethod())) {
      String allowed = String.join(", ", new TreeSet<>(route.methods()));
      throw new Problem(
              HttpStatus.METHOD_NOT_ALLOWED_405,
              "method-not-allowed",
              "%s takes %s, not %s".formatted(route.path(), allowed, request.getMethod()))
          .withHeader("Allow", allowed);
    }
  }
}
