package dev.ocellus.lucene.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.KeywordMarkerFilter;
import org.apache.lucene.analysis.morfologik.MorphosyntacticTagsAttribute;

/** Marks what the dictionary knows as keywords, which stemmers leave alone. */
final class KnownWordFilter extends KeywordMarkerFilter {

  private final MorphosyntacticTagsAttribute tags =
      addAttribute(MorphosyntacticTagsAttribute.class);

  KnownWordFilter(TokenStream input) {
    super(input);
  }

  @Override
  protected boolean isKeyword() {
    return tags.getTags() != null && !tags.getTags().isEmpty();
  }
}
