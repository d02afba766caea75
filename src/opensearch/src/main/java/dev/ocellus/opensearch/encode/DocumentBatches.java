package dev.ocellus.opensearch.encode;

import dev.ocellus.lucene.text.EncodedCaption;
import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.opensearch.encode.DocumentToEncode.PhotoFile;
import dev.ocellus.opensearch.encode.EncodedDocument.EncodedPhoto;
import dev.ocellus.opensearch.encode.EncodedDocument.Outcome;
import dev.ocellus.opensearch.encode.PhotoBatches.Decoded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Encodes what is to be indexed, several documents at once; a bad one fails alone. */
final class DocumentBatches {

  private final PhotoBatches photos;
  private final EncodingCounts counts;

  DocumentBatches(PhotoBatches photos, EncodingCounts counts) {
    this.photos = photos;
    this.counts = counts;
  }

  /**
   * Encodes documents; on a thread of the pool.
   *
   * @return one a document, in the order given
   * @throws IllegalArgumentException if the language is unknown
   */
  List<Outcome> encode(NodeModel model, String language, List<DocumentToEncode> documents) {
    Map<String, EncodedCaption> captions = captions(model, language, documents);
    List<Outcome> outcomes = new ArrayList<>();
    Map<Integer, Decoded> decoded = new HashMap<>();
    for (DocumentToEncode document : documents) {
      PhotoFile photo = document.photo();
      try {
        if (photo != null) {
          decoded.put(
              outcomes.size(),
              photos.decode(model.encoder(), photo.read(photos.limits().maxBytes())));
        }
        outcomes.add(new Outcome(document(model, null, document, captions), null));
      } catch (IOException | RuntimeException e) {
        outcomes.add(new Outcome(null, e));
      }
    }
    List<Integer> places = List.copyOf(decoded.keySet());
    List<EncodedPhoto> encoded =
        photos.encode(model.encoder(), places.stream().map(decoded::get).toList());
    for (int i = 0; i < places.size(); i++) {
      int place = places.get(i);
      outcomes.set(
          place,
          new Outcome(document(model, encoded.get(i), documents.get(place), captions), null));
    }
    return outcomes;
  }

  private static EncodedDocument document(
      NodeModel model,
      @Nullable EncodedPhoto photo,
      DocumentToEncode document,
      Map<String, EncodedCaption> captions) {
    return new EncodedDocument(
        model.encoder().modelId(), photo, document.captions().stream().map(captions::get).toList());
  }

  private Map<String, EncodedCaption> captions(
      NodeModel model, String language, List<DocumentToEncode> documents) {
    Set<String> distinct = new LinkedHashSet<>();
    documents.forEach(document -> distinct.addAll(document.captions()));
    Map<String, EncodedCaption> captions = new HashMap<>();
    if (!distinct.isEmpty()) {
      List<String> texts = List.copyOf(distinct);
      List<EncodedText> encoded = model.texts(language).encode(texts);
      counts.batches.increment();
      counts.texts.add(texts.size());
      for (int i = 0; i < texts.size(); i++) {
        captions.put(texts.get(i), encoded.get(i).asCaption());
      }
    }
    return captions;
  }
}
