package dev.ocellus.server.photo;

import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.fields.PhotoFields;
import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.server.api.LiveIndex;
import dev.ocellus.server.http.Exchange;
import dev.ocellus.server.http.Parameters;
import dev.ocellus.server.http.Problem;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Finds the photo that a path names: in the index, never on the disk. */
public final class PhotoLookup {

  /** The parameter that shows photos whose captions the policy blocks. */
  static final String SHOW_MARKED = "show_marked";

  private final LiveIndex index;
  private final @Nullable ContentPolicy policy;

  /**
   * @param policy under which photos that the index has marked are hidden, or null
   */
  public PhotoLookup(LiveIndex index, @Nullable ContentPolicy policy) {
    this.index = index;
    this.policy = policy;
  }

  /**
   * The photo of {@code {id}}.
   *
   * @throws Problem with 404 if the index has none of that id, 403 if the policy hides it
   */
  IndexedFile find(Exchange exchange, Parameters parameters) {
    String id = exchange.pathParameter("id");
    IndexedFile photo = index.ask(photos -> find(photos, id));
    if (photo == null) {
      throw new Problem(
          HttpStatus.NOT_FOUND_404,
          "no-such-photo",
          "the index has no photo of this id; a / in an id is written %2F");
    }
    if (policy != null && photo.blocked() && !Boolean.TRUE.equals(parameters.flag(SHOW_MARKED))) {
      throw new Problem(
          HttpStatus.FORBIDDEN_403,
          "hidden-by-policy",
          "the content policy hides this photo; show_marked=true shows it");
    }
    return photo;
  }

  private static @Nullable IndexedFile find(PhotoIndex photos, String id) throws IOException {
    try (PhotoSearcher searcher = photos.acquire()) {
      BooleanQuery query =
          new BooleanQuery.Builder()
              .add(PhotoSchema.PHOTOS, Occur.FILTER)
              .add(new TermQuery(new Term(PhotoSchema.ID, id)), Occur.FILTER)
              .build();
      ScoreDoc[] found = searcher.searcher().search(query, 1).scoreDocs;
      if (found.length == 0) {
        return null;
      }
      Document stored = searcher.searcher().storedFields().document(found[0].doc);
      return new IndexedFile(
          id,
          stored.get(PhotoSchema.CONTENT_SHA256),
          searcher.metadata().photoFolder(),
          List.of(stored.getValues(PhotoSchema.CAPTION)),
          PhotoFields.of(stored, searcher.metadata().fields()),
          List.of(stored.getValues(PhotoSchema.POLICY_CATEGORY)),
          Arrays.asList(stored.getValues(PhotoSchema.POLICY_ACTION)).contains(Action.BLOCK.key()));
    }
  }
}
