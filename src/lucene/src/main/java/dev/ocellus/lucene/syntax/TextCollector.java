package dev.ocellus.lucene.syntax;

import dev.ocellus.lucene.syntax.Node.Clause;
import dev.ocellus.lucene.syntax.Node.Condition;
import dev.ocellus.lucene.syntax.Node.Group;
import dev.ocellus.lucene.syntax.Node.Like;
import dev.ocellus.lucene.syntax.Node.Weighted;
import dev.ocellus.lucene.syntax.Node.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;

/**
 * The texts and photos that a query describes by. Words without a sign are one text for each kind
 * of evidence; what is unwanted, and, beside {@code like:}, what is added or subtracted, are texts
 * of their own.
 */
final class TextCollector {

  private final boolean arithmetic;
  private final Notes notes;
  private final Map<Evidence, List<WeightedText>> main = new EnumMap<>(Evidence.class);
  private final List<DescribingText> signed = new ArrayList<>();
  private final List<LikedPhoto> likes = new ArrayList<>();

  /**
   * @param arithmetic whether signs add and subtract
   */
  TextCollector(boolean arithmetic, Notes notes) {
    this.arithmetic = arithmetic;
    this.notes = notes;
  }

  void collect(Node root) {
    collect(root, new Place(1, 1, 1, main));
  }

  List<DescribingText> texts() {
    List<DescribingText> texts = new ArrayList<>();
    main.forEach((evidence, words) -> texts.add(new DescribingText(evidence, false, 1, words)));
    texts.addAll(signed);
    return texts;
  }

  List<LikedPhoto> likes() {
    return likes;
  }

  /**
   * What stands around a node.
   *
   * @param outer weight of the text that it belongs to
   * @param inner its own weight in that text
   * @param sign -1 within an odd number of exclusions
   * @param text the words of that text so far
   */
  private record Place(float outer, float inner, int sign, Map<Evidence, List<WeightedText>> text) {

    Place weighted(float weight) {
      return new Place(outer, inner * weight, sign, text);
    }

    Place in(int newSign, Map<Evidence, List<WeightedText>> newText) {
      return new Place(outer, inner, newSign, newText);
    }

    Place ofOwnText(Map<Evidence, List<WeightedText>> newText) {
      return new Place(outer * inner, 1, sign, newText);
    }

    float likeWeight() {
      return sign * outer * inner;
    }
  }

  private void collect(Node node, Place place) {
    switch (node) {
      case Condition condition -> {}
      case Words words ->
          place
              .text()
              .computeIfAbsent(words.evidence(), evidence -> new ArrayList<>())
              .add(new WeightedText(words.text(), place.inner()));
      case Like like -> add(like, place.likeWeight());
      case Weighted weighted -> collect(weighted.node(), place.weighted(weighted.weight()));
      case Group group -> group.clauses().forEach(clause -> collect(clause, place));
    }
  }

  private void collect(Clause clause, Place place) {
    boolean negative = clause.occur() == Occur.MUST_NOT;
    int sign = negative ? -place.sign() : place.sign();
    if (arithmetic ? clause.signed() : negative && sign < 0) {
      collectOwnText(clause.node(), place.in(sign, main));
    } else {
      collect(clause.node(), negative ? place.in(sign, main) : place);
    }
  }

  private void collectOwnText(Node node, Place place) {
    if (node instanceof Weighted weighted) {
      collectOwnText(weighted.node(), place.weighted(weighted.weight()));
      return;
    }
    Map<Evidence, List<WeightedText>> own = new EnumMap<>(Evidence.class);
    Place within = place.ofOwnText(own);
    collect(node, within);
    boolean unwanted = !arithmetic && place.sign() < 0;
    float weight = arithmetic ? place.sign() * within.outer() : within.outer();
    own.forEach((evidence, words) -> add(new DescribingText(evidence, unwanted, weight, words)));
  }

  private void add(DescribingText part) {
    if (signed.size() < QueryLimits.MAX_SIGNED_TEXTS) {
      signed.add(part);
    } else {
      notes.report(
          0,
          "more than %d texts are unwanted, added or subtracted"
              .formatted(QueryLimits.MAX_SIGNED_TEXTS),
          "write fewer",
          "the vector of '%s' is left out".formatted(part.text()));
    }
  }

  private void add(Like like, float weight) {
    if (likes.size() < QueryLimits.MAX_LIKES) {
      likes.add(new LikedPhoto(like.photo(), weight, like.index() + 1));
    } else {
      notes.report(
          like.index(),
          "more than %d photos to resemble".formatted(QueryLimits.MAX_LIKES),
          "write fewer",
          "this one is left out");
    }
  }
}
