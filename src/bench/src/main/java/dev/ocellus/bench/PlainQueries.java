package dev.ocellus.bench;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.query.TextPart;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.join.DiversifyingChildrenFloatKnnVectorQuery;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;

/** What a Lucene user would run without us: the searches that a hybrid query joins. */
record PlainQueries(Query words, Query images, Query captions) {

  static PlainQueries of(HybridQuery query) {
    TextPart part = query.firstText();
    return new PlainQueries(
        words(part.words()),
        new KnnFloatVectorQuery(
            PhotoSchema.IMAGE_VECTOR, part.text().imageVector(), query.window()),
        new ToParentBlockJoinQuery(
            new DiversifyingChildrenFloatKnnVectorQuery(
                PhotoSchema.CAPTION_VECTOR,
                part.text().captionVector(),
                null,
                query.window(),
                PhotoSchema.PARENTS),
            PhotoSchema.PARENTS,
            ScoreMode.Max));
  }

  private static Query words(List<LemmaGroup> words) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (LemmaGroup word : words) {
      SynonymQuery.Builder lemmas = new SynonymQuery.Builder(PhotoSchema.CAPTION);
      word.lemmas().forEach(lemma -> lemmas.addTerm(new Term(PhotoSchema.CAPTION, lemma)));
      any.add(lemmas.build(), Occur.SHOULD);
    }
    return any.build();
  }
}
