package dev.ocellus.lucene.check;

import dev.ocellus.lucene.PhotoSchema;
import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The blocks of a segment: captions of one photo, then that photo, all of them or none deleted. */
final class BlockCheck {

  private final LeafReaderContext leaf;
  private final Findings findings;
  private final StoredFields stored;
  private final @Nullable Bits live;
  private final FixedBitSet captions;
  private final FixedBitSet ofModel;

  /** Looks at a photo; returns false if there shall be no further. */
  interface PhotoVisitor {
    boolean visit(int document) throws IOException;
  }

  BlockCheck(LeafReaderContext leaf, String modelId, Findings findings) throws IOException {
    this.leaf = leaf;
    this.findings = findings;
    this.stored = leaf.reader().storedFields();
    this.live = leaf.reader().getLiveDocs();
    this.captions = documents(new Term(PhotoSchema.KIND, PhotoSchema.CAPTION_KIND));
    this.ofModel = documents(new Term(PhotoSchema.MODEL_ID, modelId));
  }

  private FixedBitSet documents(Term term) throws IOException {
    FixedBitSet documents = new FixedBitSet(Math.max(1, leaf.reader().maxDoc()));
    PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
    if (postings != null) {
      documents.or(postings);
    }
    return documents;
  }

  /** Checks the blocks, and shows every photo that is not deleted to {@code visitor}. */
  boolean run(PhotoVisitor visitor) throws IOException {
    BitSet photos = PhotoSchema.PARENTS.getBitSet(leaf);
    int first = 0;
    for (int photo = next(photos, 0); photo >= 0; photo = next(photos, photo + 1)) {
      check(first, photo);
      if (isLive(photo) && !visitor.visit(leaf.docBase + photo)) {
        return false;
      }
      first = photo + 1;
    }
    if (first < leaf.reader().maxDoc()) {
      problem(first, "documents after the last photo of segment " + leaf.ord + " have no photo");
    }
    return true;
  }

  private int next(@Nullable BitSet photos, int from) {
    if (photos == null || from >= leaf.reader().maxDoc()) {
      return -1;
    }
    int next = photos.nextSetBit(from);
    return next < leaf.reader().maxDoc() ? next : -1;
  }

  private void check(int first, int photo) throws IOException {
    if (isLive(photo) && !ofModel.get(photo)) {
      problem(photo, "its vectors are of another encoder than the index's");
    }
    for (int caption = first; caption < photo; caption++) {
      if (isLive(caption) != isLive(photo)) {
        problem(photo, "part of it is deleted, part of it is not");
        return;
      }
      if (isLive(photo)) {
        findings.captions++;
        if (!captions.get(caption)) {
          problem(photo, "document " + (leaf.docBase + caption) + " before it is no caption");
        } else if (!id(caption).equals(id(photo))) {
          problem(photo, "a caption of " + id(caption) + " is among its own");
        }
      }
    }
  }

  private void problem(int document, String reason) throws IOException {
    findings.problem(CheckPart.PHOTOS, id(document) + ": " + reason + "; index the photos anew");
  }

  private String id(int document) throws IOException {
    return String.valueOf(stored.document(document, Set.of(PhotoSchema.ID)).get(PhotoSchema.ID));
  }

  private boolean isLive(int document) {
    return live == null || live.get(document);
  }
}
