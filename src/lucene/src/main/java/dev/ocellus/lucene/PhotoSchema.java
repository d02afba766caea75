package dev.ocellus.lucene;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;

/**
 * What a photo is in the index: one block of documents, first a child for every caption, then the
 * photo itself.
 *
 * <p>Photo: {@link #KIND}, {@link #ID}, {@link #CONTENT_SHA256}, {@link #CAPTION} (repeated),
 * {@link #IMAGE_VECTOR}, {@link #PERCEPTUAL_HASH}, {@link #WIDTH}, {@link #HEIGHT}, {@link
 * #TAKEN_AT}, {@link #MODEL_ID}, {@link #IMAGE_HUBNESS}, {@link #POLICY_CATEGORY} (repeated),
 * {@link #POLICY_ACTION}, {@link #TAG} (repeated), {@link #YEAR}, and the index's own fields, which
 * {@link IndexMetadata#fields} names. Caption: {@link #KIND}, {@link #ID} of its photo, {@link
 * #CAPTION_VECTOR}, {@link #CAPTION_TOKENS}, {@link #CAPTION_SUBJECTS}.
 */
public final class PhotoSchema {

  /** Version of this layout, which an index records. */
  public static final int VERSION = 4;

  /** {@code photo} or {@code caption}: which of the two a document is. Keyword. */
  public static final String KIND = "kind";

  /** The photo's path relative to its folder, forward slashes; on every document of its block. */
  public static final String ID = "id";

  /** SHA-256 of the photo's file, 64 hexadecimal digits. Keyword, stored. */
  public static final String CONTENT_SHA256 = "content_sha256";

  /** The captions' texts, in the order of the caption documents. Text, stored. */
  public static final String CAPTION = "caption";

  /** Unit vector of the picture. */
  public static final String IMAGE_VECTOR = "image_vector";

  /** How near the photo is to texts at large. Sorted numeric doc values of a sortable float. */
  public static final String IMAGE_HUBNESS = "image_hubness";

  /** Unit vector of one caption, among texts. */
  public static final String CAPTION_VECTOR = "caption_vector";

  /** Vectors of a caption's tokens. Binary doc values. */
  public static final String CAPTION_TOKENS = "caption_tokens";

  /** What a caption is about. Sorted numeric doc values, a bit a subject. */
  public static final String CAPTION_SUBJECTS = "caption_subjects";

  /** 64-bit difference hash of the picture. Long, stored. */
  public static final String PERCEPTUAL_HASH = "perceptual_hash";

  /** Width in pixels. Long, stored. */
  public static final String WIDTH = "width";

  /** Height in pixels. Long, stored. */
  public static final String HEIGHT = "height";

  /** When the photo was taken: milliseconds since 1970 of the camera's local time. Long, stored. */
  public static final String TAKEN_AT = "taken_at";

  /** The year of {@link #TAKEN_AT}. Long. */
  public static final String YEAR = "year";

  /** What the photo was tagged with. Keyword, stored. */
  public static final String TAG = "tag";

  /** The encoder that made the photo's vectors. Keyword. */
  public static final String MODEL_ID = "model_id";

  /** Categories of the content policy that the captions match. Keyword, stored. */
  public static final String POLICY_CATEGORY = "policy_category";

  /** The strictest action that these categories call for: warn or block. Keyword, stored. */
  public static final String POLICY_ACTION = "policy_action";

  /** {@link #KIND} of a photo. */
  public static final String PHOTO_KIND = "photo";

  /** {@link #KIND} of a caption. */
  public static final String CAPTION_KIND = "caption";

  /** Matches the photos, not their captions. */
  public static final Query PHOTOS = new TermQuery(new Term(KIND, PHOTO_KIND));

  /** The parents of the blocks: the photos. */
  public static final BitSetProducer PARENTS = new QueryBitSetProducer(PHOTOS);

  /** Captions are indexed with positions (phrases) and offsets (highlighting). */
  public static final FieldType CAPTION_TYPE = captionType();

  private PhotoSchema() {}

  private static FieldType captionType() {
    FieldType type = new FieldType(TextField.TYPE_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }
}
