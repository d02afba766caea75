package dev.ocellus.lucene.search;

import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.expand.Expander;
import dev.ocellus.lucene.page.PageToken;
import dev.ocellus.lucene.policy.ContentPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What page tokens know a request by: all that decides which photos are listed in which order. */
final class RequestHash {

  private RequestHash() {}

  static long of(SearchRequest request) {
    Restriction restriction = request.restriction();
    ContentPolicy policy = restriction.policy();
    List<String> parts = new ArrayList<>();
    parts.add(request.text());
    parts.add(request.syntax().key());
    parts.add(request.signal().key());
    parts.add(picture(request.picture()));
    parts.add(restriction.filters().toString());
    parts.add(restriction.postFilters().toString());
    parts.add(policy == null ? "" : policy.id() + restriction.showMarked());
    Expander expander = request.expander();
    parts.add(expander == null ? "" : expander.id());
    parts.add(request.page().sort().toString());
    parts.add(request.page().cut().toString());
    return PageToken.queryHash(parts.toArray(String[]::new));
  }

  private static String picture(@Nullable PictureQuery query) {
    if (query == null) {
      return "";
    }
    return query.weight()
        + switch (query.picture()) {
          case Picture.Indexed indexed -> "id " + indexed.id();
          case Picture.Photo photo -> "bytes " + Arrays.hashCode(photo.bytes());
        };
  }
}
