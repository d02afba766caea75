package dev.ocellus.lucene.policy;

import dev.ocellus.fusion.data.JudgedPair;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Keeps training data clean: drops texts that a policy blocks, and everything about photos of which
 * a caption is blocked. Counts what it drops, and by which rule. For one thread.
 */
public final class PolicyFilter {

  private final ContentPolicy policy;
  private final Set<String> blockedPhotos = new HashSet<>();
  private final Map<String, PolicyDecision> decisions = new HashMap<>();
  private final PolicyCounts counts = new PolicyCounts();

  public PolicyFilter(ContentPolicy policy) {
    this.policy = policy;
  }

  /** Blocks a photo if the policy blocks one of its captions. */
  public void addPhoto(String photo, List<String> captions) {
    for (String caption : captions) {
      PolicyDecision decision = decide(caption);
      if (decision.action() == Action.BLOCK && blockedPhotos.add(photo)) {
        counts.photo();
      }
    }
  }

  /** Adds every photo of an index with the captions that it has there. */
  public void addPhotos(PhotoSearcher photos) throws IOException {
    StoredFields stored = photos.searcher().storedFields();
    Set<String> fields = Set.of(PhotoSchema.ID, PhotoSchema.CAPTION);
    int all = Math.max(1, photos.searcher().getIndexReader().maxDoc());
    for (ScoreDoc photo : photos.searcher().search(PhotoSchema.PHOTOS, all).scoreDocs) {
      Document document = stored.document(photo.doc, fields);
      addPhoto(document.get(PhotoSchema.ID), List.of(document.getValues(PhotoSchema.CAPTION)));
    }
  }

  /** Matches the photos that may be trained on. */
  public Query photos() {
    return new BooleanQuery.Builder()
        .add(PhotoSchema.PHOTOS, Occur.FILTER)
        .add(
            new TermInSetQuery(PhotoSchema.ID, blockedPhotos.stream().map(BytesRef::new).toList()),
            Occur.MUST_NOT)
        .build();
  }

  /** Photos of which a caption is blocked. */
  public Set<String> blockedPhotos() {
    return Set.copyOf(blockedPhotos);
  }

  /**
   * The items that may be trained on, in their order.
   *
   * @param photo an item's photo
   * @param text an item's text
   */
  public <T> List<T> keep(List<T> items, Function<T, String> photo, Function<T, String> text) {
    List<T> kept = new ArrayList<>();
    for (T item : items) {
      PolicyDecision decision = decide(text.apply(item));
      if (decision.action() == Action.BLOCK) {
        counts.text(decision);
      } else if (blockedPhotos.contains(photo.apply(item))) {
        counts.ofBlockedPhoto();
      } else {
        kept.add(item);
      }
    }
    return kept;
  }

  /** The judged pairs that may be trained on: of no blocked photo and no blocked text. */
  public List<JudgedPair> keep(List<JudgedPair> pairs) {
    return keep(pairs, JudgedPair::image, JudgedPair::queryText);
  }

  /** What was dropped so far. */
  public PolicyCounts counts() {
    return counts;
  }

  /** Judgments name the same text for many photos. */
  private PolicyDecision decide(String text) {
    return decisions.computeIfAbsent(text, policy::decide);
  }
}
