package dev.ocellus.lucene;

import java.io.IOException;
import java.util.Map;
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
    SegmentInfos segments =
        SegmentInfos.readCommit(commit.getDirectory(), commit.getSegmentsFileName());
    Map<IndexPart, Long> bytesByPart = IndexSizes.of(commit.getDirectory(), segments);
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
        metadata.fields(),
        bytesByPart.values().stream().mapToLong(Long::longValue).sum(),
        bytesByPart,
        reader.maxDoc() == 0 ? 0 : (double) reader.numDeletedDocs() / reader.maxDoc(),
        policy == null ? null : PolicyMarks.count(searcher, policy),
        String.valueOf(segments.getCommitLuceneVersion()));
  }
}
