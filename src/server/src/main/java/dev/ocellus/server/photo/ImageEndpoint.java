package dev.ocellus.server.photo;

import dev.ocellus.server.http.Endpoint;
import dev.ocellus.server.http.Exchange;
import dev.ocellus.server.http.Parameters;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.http.content.ResourceHttpContent;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ResourceService;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** {@code GET /api/photos/{id}/image}: the file itself, whole or in ranges. */
public final class ImageEndpoint implements Endpoint {

  /** Browsers keep it and ask whether it is still the same. */
  private static final String CACHE = "private, no-cache";

  /** A request without its ranges, which are of other bytes than there are now. */
  private static final class Whole extends Request.Wrapper {

    private final HttpFields headers;

    Whole(Request request) {
      super(request);
      this.headers = HttpFields.build(request.getHeaders()).remove(HttpHeader.RANGE).asImmutable();
    }

    @Override
    public HttpFields getHeaders() {
      return headers;
    }
  }

  private final PhotoLookup lookup;
  private final ResourceService service = new ResourceService();

  public ImageEndpoint(PhotoLookup lookup) {
    this.lookup = lookup;
    service.setAcceptRanges(true);
    service.setEtags(true);
    service.setDirAllowed(false);
    service.setCacheControl(CACHE);
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    Parameters parameters = exchange.parameters(Set.of(PhotoLookup.SHOW_MARKED));
    PhotoFile file = PhotoFile.of(lookup.find(exchange, parameters));
    exchange.header(HttpHeader.ETAG, file.etag().value());
    exchange.header(HttpHeader.CACHE_CONTROL, CACHE);
    if (file.etag().isKnownTo(exchange.request())) {
      exchange.notModified();
      return;
    }
    boolean ranges = file.etag().isOfRanges(exchange.request());
    exchange.handOver(
        (request, response, callback) -> {
          Request asked = ranges ? request : new Whole(request);
          service.doGet(asked, response, callback, content(file));
          return true;
        });
  }

  private static HttpContent content(PhotoFile file) {
    HttpField etag = new HttpField(HttpHeader.ETAG, file.etag().value());
    return new ResourceHttpContent(
        ResourceFactory.root().newResource(file.path()), file.mediaType()) {
      @Override
      public HttpField getETag() {
        return etag;
      }
    };
  }
}
