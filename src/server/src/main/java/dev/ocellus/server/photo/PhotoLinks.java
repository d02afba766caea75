package dev.ocellus.server.photo;

import dev.ocellus.lucene.json.FoundPhoto.Links;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of photos at this server. */
public final class PhotoLinks {

  private PhotoLinks() {}

  /**
   * The addresses of a photo.
   *
   * @param marked whether they show the photo also where the content policy blocks its captions
   */
  public static Links of(String id, boolean marked) {
    String photo =
        "/api/photos/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    String query = marked ? "?show_marked=true" : "";
    return new Links(photo + query, photo + "/image" + query, photo + "/thumbnail" + query);
  }
}
