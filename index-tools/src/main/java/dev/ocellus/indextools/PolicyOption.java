package dev.ocellus.indextools;

import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.RecordedPolicy;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.lucene.policy.PolicyFilter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --policy}: which texts and photos are blocked. */
final class PolicyOption {

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      description =
          "Keep to a content policy: default, or a policy file (by default everything is allowed).")
  private @Nullable String name;

  private @Nullable ContentPolicy policy;

  /** The policy, or null where none was asked for. */
  @Nullable ContentPolicy policy() throws IOException {
    if (policy == null && name != null) {
      policy = ContentPolicy.named(name);
    }
    return policy;
  }

  /** A filter for training data, or null where no policy was asked for. */
  @Nullable PolicyFilter filter() throws IOException {
    ContentPolicy asked = policy();
    return asked == null ? null : new PolicyFilter(asked);
  }

  /** After a search, tells {@code err} if the photos are not all marked by this policy. */
  void checkMarks(PhotoIndex photos, Path index, PrintWriter err) throws IOException {
    ContentPolicy asked = policy();
    if (asked == null) {
      return;
    }
    RecordedPolicy marked;
    try (PhotoSearcher searcher = photos.acquire()) {
      marked = searcher.metadata().policy();
    }
    String problem =
        marked == null
            ? "no photo of %s is marked by a policy"
            : !marked.id().equals(asked.id())
                ? "the photos of %s are marked by another policy"
                : !marked.complete() ? "not all photos of %s are marked yet" : null;
    if (problem != null) {
      err.println(
          Printable.line(
              (problem + "; to hide those that it blocks, run ocellus index --policy %s")
                  .formatted(index, name)));
    }
  }
}
