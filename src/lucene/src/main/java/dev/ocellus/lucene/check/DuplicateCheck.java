package dev.ocellus.lucene.check;

import dev.ocellus.lucene.PhotoSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** No two photos have the same id. */
final class DuplicateCheck {

  private DuplicateCheck() {}

  static void run(IndexReader reader, Findings findings) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, PhotoSchema.ID);
    if (terms == null) {
      return;
    }
    Bits live = MultiBits.getLiveDocs(reader);
    List<@Nullable BitSet> photos = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      photos.add(PhotoSchema.PARENTS.getBitSet(leaf));
    }
    TermsEnum ids = terms.iterator();
    PostingsEnum postings = null;
    for (BytesRef id = ids.next(); id != null; id = ids.next()) {
      postings = ids.postings(postings, PostingsEnum.NONE);
      int count = 0;
      for (int doc = postings.nextDoc();
          doc != PostingsEnum.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if ((live == null || live.get(doc)) && isPhoto(reader, photos, doc)) {
          count++;
        }
      }
      if (count > 1) {
        findings.problem(
            CheckPart.PHOTOS,
            "%s: in the index %d times; delete it by ocellus delete and index it again"
                .formatted(id.utf8ToString(), count));
      }
    }
  }

  private static boolean isPhoto(IndexReader reader, List<@Nullable BitSet> photos, int doc) {
    int ordinal = ReaderUtil.subIndex(doc, reader.leaves());
    BitSet inLeaf = photos.get(ordinal);
    return inLeaf != null && inLeaf.get(doc - reader.leaves().get(ordinal).docBase);
  }
}
