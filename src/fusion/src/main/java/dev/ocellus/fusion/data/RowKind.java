package dev.ocellus.fusion.data;

/** What the rows of a table are, and so which columns it must have. */
enum RowKind {
  /** A caption of a photo. Without an id it gets one. */
  CAPTION(true, false, "'image' and 'caption' or 'query_text'"),
  /** A caption of a photo, or further columns of the photo, or both. */
  PHOTO(true, false, CAPTION.columns),
  /** The text of a query, by its id. */
  QUERY_TEXT(false, true, "'query_id' and 'query_text'"),
  /** A query, by its id, and the photo that it was written for. */
  QUERY_OF_PHOTO(true, true, "'query_id', 'query_text' and 'image'");

  private final boolean image;
  private final boolean id;
  private final String columns;

  RowKind(boolean image, boolean id, String columns) {
    this.image = image;
    this.id = id;
    this.columns = columns;
  }

  /** Whether a row must name a photo. */
  boolean needsImage() {
    return image;
  }

  /** Whether a row must have an id. */
  boolean needsId() {
    return id;
  }

  /** Whether a row must have a text, even if it has further columns. */
  boolean needsText() {
    return this != PHOTO;
  }

  /** The columns that are needed, for messages. */
  String columns() {
    return columns;
  }

  /** A header that would do, for messages. */
  String header() {
    return switch (this) {
      case CAPTION, PHOTO -> "image,caption or image,query_id,query_text";
      case QUERY_TEXT -> "query_id,query_text";
      case QUERY_OF_PHOTO -> "|query_id|query_text|image";
    };
  }

  /** A column that is needed and missing, in quotes; empty if none is. */
  String missing(Columns found) {
    if (image && found.image() < 0) {
      return "'image'";
    }
    if (id && found.id() < 0) {
      return "'query_id'";
    }
    return found.text() < 0 ? "'caption' or 'query_text'" : "";
  }
}
