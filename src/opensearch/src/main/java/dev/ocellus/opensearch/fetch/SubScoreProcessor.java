package dev.ocellus.opensearch.fetch;

import dev.ocellus.fusion.Feature;
import dev.ocellus.lucene.query.HybridScorer;
import dev.ocellus.lucene.query.LeafScorer;
import dev.ocellus.lucene.query.PartScore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.opensearch.common.document.DocumentField;
import org.opensearch.search.fetch.FetchSubPhase.HitContext;
import org.opensearch.search.fetch.FetchSubPhaseProcessor;

/** Adds the parts of the score to hits, which come in the order of their segments' documents. */
final class SubScoreProcessor implements FetchSubPhaseProcessor {

  static final String FIELD = "_ocellus";

  private final List<HybridScorer> scorers;
  private final List<LeafScorer> inSegment = new ArrayList<>();

  SubScoreProcessor(List<HybridScorer> scorers) {
    this.scorers = scorers;
  }

  @Override
  public void setNextReader(LeafReaderContext segment) throws IOException {
    inSegment.clear();
    for (HybridScorer scorer : scorers) {
      inSegment.add(scorer.leaf(segment));
    }
  }

  @Override
  public void process(HitContext context) throws IOException {
    if (context.hit().getNestedIdentity() != null) {
      return;
    }
    List<Object> queries = new ArrayList<>();
    for (LeafScorer scorer : inSegment) {
      List<PartScore> parts = scorer.parts(context.docId());
      Map<String, Object> shown = new LinkedHashMap<>();
      int caption = scorer.bestCaption();
      if (caption >= 0) {
        shown.put("caption", caption);
      }
      shown.put("parts", parts.stream().map(SubScoreProcessor::shown).toList());
      queries.add(shown);
    }
    context.hit().setDocumentField(FIELD, new DocumentField(FIELD, queries));
  }

  private static Map<String, Object> shown(PartScore part) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("wanted", part.wanted());
    shown.put("probability", part.probability());
    shown.put("factor", part.factor());
    if (!Double.isNaN(part.likeness())) {
      shown.put("likeness", part.likeness());
    }
    if (!part.features().isEmpty()) {
      Map<String, Object> features = new LinkedHashMap<>();
      for (Feature feature : Feature.values()) {
        Float value = part.features().get(feature);
        if (value != null) {
          features.put(feature.key(), value);
        }
      }
      shown.put("features", features);
    }
    return shown;
  }
}
