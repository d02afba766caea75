package dev.ocellus.lucene;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.util.Version;

/** Counts and measures a commit. */
final class IndexInfoReader {

  private IndexInfoReader() {}

  static IndexInfo read(IndexSearcher searcher, IndexMetadata metadata) throws IOException {
    DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
    IndexCommit commit = reader.getIndexCommit();
    TermQuery captions = new TermQuery(new Term(PhotoSchema.KIND, PhotoSchema.CAPTION_KIND));
    BooleanQuery captionless =
        new BooleanQuery.Builder()
            .add(PhotoSchema.PHOTOS, Occur.MUST)
            .add(
                new ToParentBlockJoinQuery(captions, PhotoSchema.PARENTS, ScoreMode.None),
                Occur.MUST_NOT)
            .build();
    long bytes = 0;
    for (String file : commit.getFileNames()) {
      bytes += commit.getDirectory().fileLength(file);
    }
    Version version =
        SegmentInfos.readCommit(commit.getDirectory(), commit.getSegmentsFileName())
            .getCommitLuceneVersion();
    RecordedPolicy policy = metadata.policy();
    return new IndexInfo(
        searcher.count(PhotoSchema.PHOTOS),
        searcher.count(captions),
        searcher.count(captionless),
        metadata.modelId(),
        metadata.dimension(),
        metadata.language(),
        metadata.analyzer(),
        metadata.photoFolder(),
        bytes,
        reader.maxDoc() == 0 ? 0 : (double) reader.numDeletedDocs() / reader.maxDoc(),
        policy == null ? null : PolicyMarks.count(searcher, policy),
        version.toString());
  }
}
