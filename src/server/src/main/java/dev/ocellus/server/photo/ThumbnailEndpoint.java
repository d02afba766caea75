package dev.ocellus.server.photo;

import dev.ocellus.server.http.Endpoint;
import dev.ocellus.server.http.EntityTag;
import dev.ocellus.server.http.Exchange;
import dev.ocellus.server.http.Parameters;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;

/** {@code GET /api/photos/{id}/thumbnail?size=}: a small copy, as JPEG. */
public final class ThumbnailEndpoint implements Endpoint {

  /** Version of how thumbnails are made: another one is another picture. */
  private static final int VERSION = 1;

  private final PhotoLookup lookup;
  private final Thumbnails thumbnails;

  public ThumbnailEndpoint(PhotoLookup lookup, Thumbnails thumbnails) {
    this.lookup = lookup;
    this.thumbnails = thumbnails;
  }

  @Override
  public void answer(Exchange exchange) {
    Parameters parameters = exchange.parameters(Set.of("size", PhotoLookup.SHOW_MARKED));
    int size = ThumbnailSize.of(parameters);
    IndexedFile photo = lookup.find(exchange, parameters);
    EntityTag etag = new EntityTag("\"%s-%d-%d\"".formatted(photo.sha256(), size, VERSION));
    exchange.header(HttpHeader.ETAG, etag.value());
    // The photo of this name may be another one tomorrow; within a minute nobody minds.
    exchange.header(HttpHeader.CACHE_CONTROL, "private, max-age=60, must-revalidate");
    if (etag.isKnownTo(exchange.request())) {
      exchange.notModified();
      return;
    }
    thumbnails
        .of(photo, size)
        .whenComplete(
            (jpeg, failure) -> {
              if (failure != null) {
                exchange.fail(failure);
              } else {
                exchange.write(HttpStatus.OK_200, "image/jpeg", jpeg);
              }
            });
  }
}
