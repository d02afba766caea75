package dev.ocellus.lucene.search;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.query.TextPart;
import dev.ocellus.lucene.text.LanguageNotes;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** Tells of a text that may be in a language which neither captions nor encoder know. */
final class ForeignQuery {

  /** One unknown word in Latin letters is mostly a name, or mistyped. */
  private static final int FEWEST_LATIN = 2;

  private static final Pattern NOT_LATIN = Pattern.compile("[\\p{L}&&[^\\p{IsLatin}]]");

  private ForeignQuery() {}

  /**
   * A note, if most words of the text are in no caption and its language is unknown to the encoder.
   * To tell languages apart takes dictionaries, so a text whose words captions have is not asked.
   */
  static Optional<String> note(PhotoSearcher photos, TextPart part, String text)
      throws IOException {
    IndexReader reader = photos.searcher().getIndexReader();
    int unknown = 0;
    for (LemmaGroup word : part.words()) {
      unknown += isKnown(reader, word) ? 0 : 1;
    }
    boolean foreign = unknown >= FEWEST_LATIN || NOT_LATIN.matcher(text).find();
    return foreign && 2 * unknown > part.words().size()
        ? new LanguageNotes(photos.encoder(), photos.metadata().language()).of(text)
        : Optional.empty();
  }

  private static boolean isKnown(IndexReader reader, LemmaGroup word) throws IOException {
    for (String lemma : word.lemmas()) {
      if (reader.docFreq(new Term(PhotoSchema.CAPTION, lemma)) > 0) {
        return true;
      }
    }
    return false;
  }
}
