package dev.ocellus.server;

import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.server.api.FacetsEndpoint;
import dev.ocellus.server.api.HealthEndpoint;
import dev.ocellus.server.api.InfoEndpoint;
import dev.ocellus.server.api.LiveIndex;
import dev.ocellus.server.api.OpenApi;
import dev.ocellus.server.api.SearchEndpoint;
import dev.ocellus.server.api.SuggestEndpoint;
import dev.ocellus.server.http.Body;
import dev.ocellus.server.http.LoginEndpoint;
import dev.ocellus.server.http.Route;
import dev.ocellus.server.http.TokenCheck;
import dev.ocellus.server.http.WorkPool;
import dev.ocellus.server.metrics.ServerMetrics;
import dev.ocellus.server.page.PageFiles;
import dev.ocellus.server.photo.ImageEndpoint;
import dev.ocellus.server.photo.PhotoEndpoint;
import dev.ocellus.server.photo.PhotoLookup;
import dev.ocellus.server.photo.ThumbnailEndpoint;
import dev.ocellus.server.photo.Thumbnails;
import java.util.List;

/** All that can be asked for. */
record Routes(
    ServerOptions options,
    LiveIndex index,
    WorkPool searches,
    WorkPool thumbnails,
    ServerMetrics metrics) {

  private static final String JSON = "application/json";

  List<Route> all() {
    ContentPolicy policy = options.policy();
    PhotoLookup lookup = new PhotoLookup(index, policy);
    PageFiles page = new PageFiles();
    return List.of(
        Route.getOrPost(
            "/api/search",
            JSON,
            new SearchEndpoint(
                index,
                searches,
                new Body(options.limits().requestBytes()),
                policy,
                metrics::searched)),
        Route.get("/api/suggest", JSON, new SuggestEndpoint(index, policy)),
        Route.get("/api/facets", JSON, new FacetsEndpoint(index, searches, policy)),
        Route.get("/api/info", JSON, new InfoEndpoint(index, policy)),
        Route.get("/api/photos/{id}", JSON, new PhotoEndpoint(lookup)),
        Route.get("/api/photos/{id}/image", "image/*", new ImageEndpoint(lookup)),
        Route.get(
            "/api/photos/{id}/thumbnail",
            "image/jpeg",
            new ThumbnailEndpoint(
                lookup, new Thumbnails(thumbnails, options.limits().thumbnailBytes()))),
        Route.get("/api/openapi.json", JSON, new OpenApi()),
        Route.get("/health", JSON, new HealthEndpoint(index)),
        Route.get("/metrics", "text/plain", metrics),
        Route.getOrPost(TokenCheck.LOGIN, "text/html", new LoginEndpoint(options.token())),
        Route.get("/", "text/html", page.index()),
        Route.get("/assets/*", "*/*", page.assets()));
  }
}
