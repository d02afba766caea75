package dev.ocellus.fusion.data;

import java.util.Map;

/**
 * One caption, or one query with its relevant photo.
 *
 * @param image the photo as the table names it, with forward slashes; empty in a table of texts
 *     that names no photo
 * @param id the column query_id; without one "IMAGE#N", N counting the photo's rows from 0
 * @param text the caption or query, without white space around it; empty only by {@link
 *     CaptionTable#readPhotos}
 * @param line line of the table where the row begins, from 1
 * @param extra the other columns that are not empty, by their names in the header
 */
public record CaptionRow(
    String image, String id, String text, long line, Map<String, String> extra) {

  public CaptionRow {
    extra = Map.copyOf(extra);
  }
}
