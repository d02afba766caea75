package dev.ocellus.server.api;

import dev.ocellus.lucene.IndexInfo;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.fields.FieldKind;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.server.http.Endpoint;
import dev.ocellus.server.http.Exchange;
import dev.ocellus.server.photo.ThumbnailSize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/info}: what the index holds; counted once a commit. */
public final class InfoEndpoint implements Endpoint {

  /** Fields that tell photos apart, or say more of the index than of the photos. */
  private static final Set<String> NO_FACETS =
      Set.of(
          PhotoSchema.ID,
          PhotoSchema.CONTENT_SHA256,
          PhotoSchema.MODEL_ID,
          PhotoSchema.POLICY_CATEGORY,
          PhotoSchema.POLICY_ACTION,
          PhotoSchema.WIDTH,
          PhotoSchema.HEIGHT,
          PhotoSchema.TAKEN_AT);

  private record Known(Object commit, InfoAnswer answer) {}

  private final LiveIndex index;
  private final @Nullable ContentPolicy policy;
  private volatile @Nullable Known known;

  public InfoEndpoint(LiveIndex index, @Nullable ContentPolicy policy) {
    this.index = index;
    this.policy = policy;
  }

  @Override
  public void answer(Exchange exchange) {
    exchange.parameters(Set.of());
    exchange.json(index.ask(this::answer));
  }

  private InfoAnswer answer(PhotoIndex photos) throws IOException {
    try (PhotoSearcher searcher = photos.acquire()) {
      DirectoryReader reader = (DirectoryReader) searcher.searcher().getIndexReader();
      Object commit = reader.getReaderCacheHelper().getKey();
      Known last = known;
      if (last != null && last.commit().equals(commit)) {
        return last.answer();
      }
      InfoAnswer answer = read(photos.info(), searcher, reader);
      known = new Known(commit, answer);
      return answer;
    }
  }

  private InfoAnswer read(IndexInfo info, PhotoSearcher searcher, DirectoryReader reader)
      throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> facets = new ArrayList<>();
    for (Map.Entry<String, FieldKind> field : info.fields().kinds().entrySet()) {
      String name = field.getKey();
      fields.put(name, field.getValue().key());
      if (field.getValue().hasDocValues() && !NO_FACETS.contains(name) && isUsed(reader, name)) {
        facets.add(name);
      }
    }
    return new InfoAnswer(
        info.photos(),
        info.captions(),
        info.captionless(),
        info.modelId(),
        info.language(),
        fields,
        facets,
        Examples.of(searcher, policy),
        ThumbnailSize.ALL,
        policy == null ? null : policy.id(),
        reader.getIndexCommit().getGeneration());
  }

  private static boolean isUsed(DirectoryReader reader, String field) {
    return reader.leaves().stream()
        .anyMatch(leaf -> leaf.reader().getFieldInfos().fieldInfo(field) != null);
  }
}
