package dev.ocellus.server.photo;

import dev.ocellus.server.http.Endpoint;
import dev.ocellus.server.http.Exchange;
import dev.ocellus.server.http.Parameters;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.http.content.ResourceHttpContent;
import org.eclipse.jetty.server.ResourceService;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** {@code GET /api/photos/{id}/image}: the file itself, whole or in ranges. */
public final class ImageEndpoint implements Endpoint {

  private final PhotoLookup lookup;
  private final ResourceService service = new ResourceService();

  public ImageEndpoint(PhotoLookup lookup) {
    this.lookup = lookup;
    service.setAcceptRanges(true);
    service.setEtags(true);
    service.setDirAllowed(false);
    // Browsers keep it and ask whether it is still the same.
    service.setCacheControl("private, no-cache");
  }

  @Override
  public void answer(Exchange exchange) {
    Parameters parameters = exchange.parameters(Set.of(PhotoLookup.SHOW_MARKED));
    PhotoFile file = PhotoFile.of(lookup.find(exchange, parameters));
    service.doGet(exchange.request(), exchange.response(), exchange.callback(), content(file));
  }

  private static HttpContent content(PhotoFile file) {
    HttpField etag = new HttpField(HttpHeader.ETAG, file.etag());
    return new ResourceHttpContent(
        ResourceFactory.root().newResource(file.path()), file.mediaType()) {
      @Override
      public HttpField getETag() {
        return etag;
      }
    };
  }
}
