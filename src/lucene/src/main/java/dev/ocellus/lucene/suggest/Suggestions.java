package dev.ocellus.lucene.suggest;

import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.policy.ContentPolicy;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/**
 * Completions and other spellings for the searchers of one index. Keep one beside the index, for as
 * long as it is open: what it knows is made of a commit's captions when first asked for, in memory,
 * on a thread of its own, and made anew after a later commit. Captions of photos that the index's
 * content policy blocks are never looked at. Safe for use by several threads.
 */
public final class Suggestions {

  private final CommitCache<Completer> completers = new CommitCache<>(Suggestions::completer);
  private final CommitCache<Speller> spellers = new CommitCache<>(Suggestions::speller);

  private static Completer completer(IndexReader reader, String language, Analyzer analyzer)
      throws IOException {
    CountedCaptions captions = new CountedCaptions(new FunctionWords(language, analyzer));
    int[] photos = {0};
    VisibleCaptions.forEach(
        reader,
        texts -> {
          texts.forEach(text -> captions.add(CaptionWords.of(text), photos[0]));
          photos[0]++;
        });
    captions.finish();
    return new Completer(new PhraseLookup(PhraseBook.of(captions)));
  }

  private static Speller speller(IndexReader reader, String language, Analyzer analyzer)
      throws IOException {
    Vocabulary words = new Vocabulary();
    int[] photos = {0};
    VisibleCaptions.forEach(
        reader,
        texts -> {
          texts.forEach(
              text -> CaptionWords.of(text).forEach(token -> words.add(token, photos[0])));
          photos[0]++;
        });
    return new Speller(words, photos[0]);
  }

  /**
   * Completes a half-typed query at once: while the searcher's commit is being read, from an
   * earlier commit, or not at all.
   *
   * @param typed the query so far; a space at its end says that the last word is whole
   * @param top at most so many, 1 to {@link Completer#MOST}
   * @param policy queries that it blocks are not offered; null for all
   * @throws dev.ocellus.lucene.QueryException if {@code top} is out of range
   */
  public List<Completion> completeIfReady(
      PhotoSearcher searcher, String typed, int top, @Nullable ContentPolicy policy)
      throws IOException {
    Completer completer = completers.ready(searcher);
    return completer == null ? List.of() : completer.complete(typed, top, allowedBy(policy));
  }

  /** As {@link #completeIfReady}, but waits until the searcher's commit is read. */
  public List<Completion> complete(
      PhotoSearcher searcher, String typed, int top, @Nullable ContentPolicy policy)
      throws IOException {
    return completers.get(searcher).complete(typed, top, allowedBy(policy));
  }

  /**
   * Another spelling of a query whose words no caption has, at once: while the searcher's commit is
   * being read, from an earlier commit, or none. A query whose words captions have costs a look
   * into the index for each.
   *
   * @param policy a query that it blocks is not offered; null for all
   * @return null if there is nothing to put right, or nothing to put in its place
   */
  public @Nullable Correction correctIfReady(
      PhotoSearcher searcher, String query, @Nullable ContentPolicy policy) throws IOException {
    List<CaptionWords.Token> unknown = unknown(searcher, query);
    Speller speller = unknown.isEmpty() ? null : spellers.ready(searcher);
    return speller == null ? null : speller.correct(query, unknown, allowedBy(policy));
  }

  /** As {@link #correctIfReady}, but waits until the searcher's commit is read, if need be. */
  public @Nullable Correction correct(
      PhotoSearcher searcher, String query, @Nullable ContentPolicy policy) throws IOException {
    List<CaptionWords.Token> unknown = unknown(searcher, query);
    return unknown.isEmpty()
        ? null
        : spellers.get(searcher).correct(query, unknown, allowedBy(policy));
  }

  private static List<CaptionWords.Token> unknown(PhotoSearcher searcher, String query)
      throws IOException {
    return new UnknownWords(searcher.searcher().getIndexReader(), searcher.queryAnalyzer())
        .of(query);
  }

  private static Predicate<String> allowedBy(@Nullable ContentPolicy policy) {
    return policy == null ? text -> true : text -> policy.decide(text).action() != Action.BLOCK;
  }
}
