package dev.ocellus.lucene.check;

import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.RecordedPolicy;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoReader;
import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.lucene.policy.PhotoMark;
import dev.ocellus.lucene.text.EncodedCaption;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** What a photo's documents hold. */
final class PhotoCheck {

  /** What rounding may do to the length of a unit vector. */
  private static final float ROUNDING = 1e-3f;

  private final IndexReader reader;
  private final PhotoReader photos;
  private final int dimension;
  private final FieldCatalogue fields;
  private final @Nullable ContentPolicy policy;
  private final Findings findings;

  PhotoCheck(IndexReader reader, IndexMetadata metadata, Findings findings) {
    this.reader = reader;
    this.photos = new PhotoReader(reader);
    this.dimension = metadata.dimension();
    this.fields = metadata.fields();
    RecordedPolicy recorded = metadata.policy();
    this.policy = recorded == null || !recorded.complete() ? null : recorded.policy();
    this.findings = findings;
  }

  /** Returns the photo, or null if it cannot be read. */
  @Nullable IndexedPhoto check(int document) throws IOException {
    IndexedPhoto photo;
    try {
      photo = photos.read(document);
    } catch (IOException | RuntimeException e) { // A field of another type, say.
      problem("document " + document, "cannot be read: " + e.getMessage());
      return null;
    }
    String id = String.valueOf(photo.id());
    if (photo.sha256() == null || !photo.sha256().matches("[0-9a-f]{64}")) {
      problem(id, "has no hash of its file");
    }
    float[] image = photo.picture().vector();
    if (image.length != dimension) {
      problem(
          id,
          "its image vector has %d dimensions, the index's encoder %d"
              .formatted(image.length, dimension));
    }
    length(id, "image vector", image);
    float hubness = photo.picture().hubness();
    if (!(Math.abs(hubness) <= 1 + ROUNDING)) {
      problem(id, "its image hubness is " + hubness + ", not within -1 and 1");
    }
    int vectors = photo.encodedCaptions().size();
    if (vectors != photo.captions().size()) {
      problem(id, "has %d captions, but vectors of %d".formatted(photo.captions().size(), vectors));
    }
    for (EncodedCaption caption : photo.encodedCaptions()) {
      length(id, "caption vector", caption.vector());
    }
    for (String field : photo.fields().byName().keySet()) {
      if (fields.kind(field) == null) {
        problem(id, "has a field " + field + " that the index does not know");
      }
    }
    mark(id, document, photo.captions());
    return photo;
  }

  private void length(String id, String what, float[] vector) {
    double length = Math.sqrt(VectorUtil.dotProduct(vector, vector));
    if (!(Math.abs(length - 1) <= ROUNDING)) {
      problem(id, "its %s has the length %s, not 1".formatted(what, (float) length));
    }
  }

  private void mark(String id, int document, List<String> captions) throws IOException {
    if (policy == null) {
      return;
    }
    PhotoMark expected = policy.mark(captions);
    Document stored =
        reader
            .storedFields()
            .document(document, Set.of(PhotoSchema.POLICY_ACTION, PhotoSchema.POLICY_CATEGORY));
    String action = stored.get(PhotoSchema.POLICY_ACTION);
    List<String> categories = List.of(stored.getValues(PhotoSchema.POLICY_CATEGORY));
    boolean same =
        (action == null ? Action.ALLOW.key() : action).equals(expected.action().key())
            && categories.equals(expected.categories());
    if (!same) {
      problem(id, "its captions call for another mark of the content policy");
    }
  }

  private void problem(String id, String reason) {
    findings.problem(CheckPart.PHOTOS, id + ": " + reason + "; index the photos anew");
  }
}
