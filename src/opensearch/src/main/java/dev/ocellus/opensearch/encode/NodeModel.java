package dev.ocellus.opensearch.encode;

import dev.ocellus.encode.Encoder;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.text.TextEncoder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An encoder that is open on this node, and what reads texts for it. */
final class NodeModel {

  private final Encoder encoder;
  private final Map<String, TextEncoder> byLanguage = new ConcurrentHashMap<>();

  NodeModel(Encoder encoder) {
    this.encoder = encoder;
  }

  Encoder encoder() {
    return encoder;
  }

  /**
   * What encodes texts of a language.
   *
   * @throws IllegalArgumentException if the language is unknown
   */
  TextEncoder texts(String language) {
    return byLanguage.computeIfAbsent(
        language, of -> new TextEncoder(encoder, CaptionAnalyzer.of(of)));
  }
}
