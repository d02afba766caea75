package dev.ocellus.server.http;

import java.util.Set;

/**
 * Requests of one form, and what answers them.
 *
 * @param path as {@code /api/photos/{id}/image}, where {@code {id}} stands for one segment, or
 *     {@code /assets/*} for all below
 * @param methods GET (which implies HEAD) or POST
 */
public record Route(String path, Set<String> methods, Endpoint endpoint) {

  public Route {
    methods = Set.copyOf(methods);
  }

  public static Route get(String path, Endpoint endpoint) {
    return new Route(path, Set.of("GET", "HEAD"), endpoint);
  }

  public static Route getOrPost(String path, Endpoint endpoint) {
    return new Route(path, Set.of("GET", "HEAD", "POST"), endpoint);
  }

  public static Route post(String path, Endpoint endpoint) {
    return new Route(path, Set.of("POST"), endpoint);
  }
}
