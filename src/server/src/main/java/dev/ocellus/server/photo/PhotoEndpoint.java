package dev.ocellus.server.photo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.ocellus.lucene.json.FoundPhoto.Links;
import dev.ocellus.server.http.Endpoint;
import dev.ocellus.server.http.Exchange;
import dev.ocellus.server.http.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code GET /api/photos/{id}}: what is known of a photo. */
public final class PhotoEndpoint implements Endpoint {

  /**
   * The answer.
   *
   * @param contentSha256 of its file when it was indexed
   * @param captions all of them
   * @param fields size, date, tags and the index's own
   * @param policyCategories that the photo is marked with; only where it is
   */
  record PhotoAnswer(
      String id,
      String contentSha256,
      List<String> captions,
      Map<String, List<Object>> fields,
      @JsonInclude(Include.NON_EMPTY) List<String> policyCategories,
      Links links) {}

  private final PhotoLookup lookup;

  public PhotoEndpoint(PhotoLookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public void answer(Exchange exchange) {
    Parameters parameters = exchange.parameters(Set.of(PhotoLookup.SHOW_MARKED));
    IndexedFile photo = lookup.find(exchange, parameters);
    exchange.json(
        new PhotoAnswer(
            photo.id(),
            photo.sha256(),
            photo.captions(),
            photo.fields(),
            photo.policyCategories(),
            PhotoLinks.of(photo.id(), photo.blocked())));
  }
}
