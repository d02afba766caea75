package dev.ocellus.lucene.syntax;

import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** A query's tree, before it is decided what of it describes and what is a condition. */
sealed interface Node {

  /**
   * A word or phrase that describes.
   *
   * @param phrase whether it was quoted, and so has to be in a caption
   * @param slop how far a phrase's words may be moved
   * @param index where in the query, from 0
   */
  record Words(String text, Evidence evidence, boolean phrase, int slop, int index)
      implements Node {}

  /** A photo to resemble. */
  record Like(String photo, int index) implements Node {}

  /**
   * A field's value, or a pattern.
   *
   * @param query null if its analyzer leaves nothing of the value, so that any photo will do
   */
  record Condition(@Nullable Query query) implements Node {}

  /** Weights what it is about. */
  record Weighted(Node node, float weight) implements Node {}

  /** Clauses side by side, at the top or in brackets. */
  record Group(List<Clause> clauses) implements Node {}

  /**
   * One of them.
   *
   * @param occur what Lucene's grammar makes of it, with AND between clauses
   * @param signed whether {@code +}, {@code -}, NOT or AND says so: plain words are then more than
   *     a description
   */
  record Clause(Node node, Occur occur, boolean signed) {}
}
