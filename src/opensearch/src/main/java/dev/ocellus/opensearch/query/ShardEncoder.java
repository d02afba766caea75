package dev.ocellus.opensearch.query;

import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.opensearch.encode.EncodingService;
import dev.ocellus.opensearch.encode.TextToEncode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.opensearch.action.support.PlainActionFuture;
import org.opensearch.core.action.ActionListener;

/**
 * One of the node's encoders, waited for: what the coordinating node did not foresee.
 *
 * @param model the encoder's id
 */
record ShardEncoder(EncodingService encoding, String model) {

  private static final long SECONDS = 30;

  EncodedText text(TextToEncode text) {
    return ShardEncoder.<List<EncodedText>>await(
            listener -> encoding.encodeTexts(model, List.of(text), listener))
        .getFirst();
  }

  float[] meanText() {
    return ShardEncoder.<float[]>await(listener -> encoding.meanOfTexts(model, listener));
  }

  float[] photo(byte[] file) {
    return ShardEncoder.<float[]>await(listener -> encoding.encodePhoto(model, file, listener));
  }

  private static <T> T await(Consumer<ActionListener<T>> call) {
    PlainActionFuture<T> future = PlainActionFuture.newFuture();
    call.accept(future);
    return future.actionGet(SECONDS, TimeUnit.SECONDS);
  }
}
