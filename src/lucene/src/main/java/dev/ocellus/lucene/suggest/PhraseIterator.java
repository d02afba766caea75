package dev.ocellus.lucene.suggest;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.suggest.InputIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Phrases as Lucene's suggesters read them, the number of photos being the weight. */
final class PhraseIterator implements InputIterator {

  private final Iterator<Phrase> phrases;
  private int weight;

  PhraseIterator(List<Phrase> phrases) {
    this.phrases = phrases.iterator();
  }

  @Override
  public @Nullable BytesRef next() {
    if (!phrases.hasNext()) {
      return null;
    }
    Phrase phrase = phrases.next();
    weight = phrase.photos();
    return new BytesRef(phrase.text());
  }

  @Override
  public long weight() {
    return weight;
  }

  @Override
  public @Nullable BytesRef payload() {
    return null;
  }

  @Override
  public boolean hasPayloads() {
    return false;
  }

  @Override
  public @Nullable Set<BytesRef> contexts() {
    return null;
  }

  @Override
  public boolean hasContexts() {
    return false;
  }
}
