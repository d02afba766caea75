package dev.ocellus.lucene.query;

import dev.ocellus.lucene.PhotoSchema;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;

/** The layout of {@link PhotoSchema}. */
record EmbeddedLayout() implements PhotoLayout {

  @Override
  public String caption() {
    return PhotoSchema.CAPTION;
  }

  @Override
  public String imageVector() {
    return PhotoSchema.IMAGE_VECTOR;
  }

  @Override
  public String imageHubness() {
    return PhotoSchema.IMAGE_HUBNESS;
  }

  @Override
  public String captionVector() {
    return PhotoSchema.CAPTION_VECTOR;
  }

  @Override
  public String captionTokens() {
    return PhotoSchema.CAPTION_TOKENS;
  }

  @Override
  public String captionSubjects() {
    return PhotoSchema.CAPTION_SUBJECTS;
  }

  @Override
  public Query photos() {
    return PhotoSchema.PHOTOS;
  }

  @Override
  public BitSetProducer parents() {
    return PhotoSchema.PARENTS;
  }

  @Override
  public Query photo(String id) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(PhotoSchema.ID, id)), Occur.FILTER)
        .add(PhotoSchema.PHOTOS, Occur.FILTER)
        .build();
  }
}
