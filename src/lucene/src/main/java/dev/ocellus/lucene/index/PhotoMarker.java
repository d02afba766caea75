package dev.ocellus.lucene.index;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.RecordedPolicy;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.lucene.policy.PhotoMark;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives photos the marks of a content policy. Used by several threads.
 *
 * @param policy null to mark nothing
 */
record PhotoMarker(@Nullable ContentPolicy policy) {

  /** Marks nothing. */
  static final PhotoMarker NONE = new PhotoMarker(null);

  /**
   * The marker that the options ask for; by default the policy that the index has recorded.
   *
   * @throws IndexException if the policy is for another language than the captions
   */
  static PhotoMarker of(
      IndexOptions options, @Nullable IndexMetadata recorded, CaptionAnalyzer analyzer)
      throws IOException {
    String name = options.policy();
    if (name == null) {
      RecordedPolicy own = recorded == null ? null : recorded.policy();
      return own == null ? NONE : new PhotoMarker(own.policy());
    }
    if (name.equals(IndexOptions.NO_POLICY)) {
      return NONE;
    }
    ContentPolicy policy = ContentPolicy.named(name);
    policy.checkLanguage(analyzer.language());
    return new PhotoMarker(policy);
  }

  PhotoMark mark(List<String> captions) {
    return policy == null ? PhotoMark.NONE : policy.mark(captions);
  }

  /**
   * What an index records while it is written: a changed policy has marked few photos as yet.
   *
   * @param before what the index recorded, null for a new one
   */
  @Nullable RecordedPolicy begin(@Nullable IndexMetadata before) {
    if (policy == null) {
      return null;
    }
    RecordedPolicy last = before == null ? null : before.policy();
    boolean complete =
        before == null || (last != null && last.complete() && last.id().equals(policy.id()));
    return RecordedPolicy.of(policy, complete);
  }

  /** What an index records when all its photos are marked. */
  @Nullable RecordedPolicy end() {
    return policy == null ? null : RecordedPolicy.of(policy, true);
  }
}
