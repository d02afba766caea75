package dev.ocellus.server.http;

import java.util.Set;

/**
 * Requests of one form, and what answers them.
 *
 * @param path as {@code /api/photos/{id}/image}, where {@code {id}} stands for one segment, or
 *     {@code /assets/*} for all below
 * @param methods GET, HEAD, POST
 * @param mediaType of the answer, perhaps with {@code *}; who accepts none of it gets 406
 */
public record Route(String path, Set<String> methods, String mediaType, Endpoint endpoint) {

  public Route {
    methods = Set.copyOf(methods);
  }

  public static Route get(String path, String mediaType, Endpoint endpoint) {
    return new Route(path, Set.of("GET", "HEAD"), mediaType, endpoint);
  }

  public static Route getOrPost(String path, String mediaType, Endpoint endpoint) {
    return new Route(path, Set.of("GET", "HEAD", "POST"), mediaType, endpoint);
  }
}
