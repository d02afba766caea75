package dev.ocellus.opensearch.query;

import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.opensearch.encode.EncodingService;
import dev.ocellus.opensearch.encode.TextToEncode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.opensearch.action.IndicesRequest;
import org.opensearch.core.action.ActionListener;
import org.opensearch.transport.client.Client;

/** Has a plan's texts and pictures encoded and its photos fetched, side by side. */
final class Preparation {

  private final EncodingService encoding;
  private final Client client;
  private final QueryRequest request;
  private final IndicesRequest search;
  private final QueryPlan plan;

  Preparation(
      EncodingService encoding,
      Client client,
      QueryRequest request,
      IndicesRequest search,
      QueryPlan plan) {
    this.encoding = encoding;
    this.client = client;
    this.request = request;
    this.search = search;
    this.plan = plan;
  }

  void run(ActionListener<PreparedQuery> listener) {
    CompletableFuture<Map<String, Map<String, float[]>>> photos =
        future(fetched -> new NamedPhotos(client, request, search, plan).fetch(fetched));
    Map<String, CompletableFuture<ModelVectors>> vectors = new TreeMap<>();
    for (String model : plan.texts().keySet()) {
      vectors.put(model, vectors(model, photos));
    }
    CompletableFuture<?>[] all = vectors.values().toArray(new CompletableFuture<?>[0]);
    var unused =
        CompletableFuture.allOf(all)
            .thenCombine(photos, (done, found) -> prepared(vectors))
            .whenComplete(
                (prepared, failure) -> {
                  if (failure == null) {
                    listener.onResponse(prepared);
                  } else {
                    listener.onFailure(cause(failure));
                  }
                });
  }

  private PreparedQuery prepared(Map<String, CompletableFuture<ModelVectors>> vectors) {
    Map<String, ModelVectors> done = new TreeMap<>();
    vectors.forEach((model, future) -> done.put(model, future.join()));
    return new PreparedQuery(plan.fields(), plan.sameFields(), done, plan.aliasFilters());
  }

  private CompletableFuture<ModelVectors> vectors(
      String model, CompletableFuture<Map<String, Map<String, float[]>>> photos) {
    List<TextToEncode> texts = new ArrayList<>(plan.texts().getOrDefault(model, Set.of()));
    CompletableFuture<List<EncodedText>> encoded =
        texts.isEmpty()
            ? CompletableFuture.completedFuture(List.of())
            : future(listener -> encoding.encodeTexts(model, texts, listener));
    CompletableFuture<float @Nullable []> mean =
        plan.mean()
            ? future(listener -> encoding.meanOfTexts(model, listener))
            : CompletableFuture.completedFuture(null);
    CompletableFuture<float @Nullable []> picture =
        request.picture() instanceof QueryPicture.File file
            ? future(listener -> encoding.encodePhoto(model, file.bytes(), listener))
            : CompletableFuture.completedFuture(null);
    return CompletableFuture.allOf(encoded, mean, picture, photos)
        .thenApply(
            done -> {
              Map<TextToEncode, EncodedText> byText = new LinkedHashMap<>();
              for (int i = 0; i < texts.size(); i++) {
                byText.put(texts.get(i), encoded.join().get(i));
              }
              ModelVectors vectors =
                  new ModelVectors(
                      byText,
                      mean.join(),
                      picture.join(),
                      photos.join().getOrDefault(model, Map.of()));
              plan.check(model, vectors);
              return vectors;
            });
  }

  private static <T> CompletableFuture<T> future(Consumer<ActionListener<T>> call) {
    CompletableFuture<T> future = new CompletableFuture<>();
    try {
      call.accept(ActionListener.wrap(future::complete, future::completeExceptionally));
    } catch (RuntimeException e) {
      future.completeExceptionally(e);
    }
    return future;
  }

  private static Exception cause(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof Exception exception ? exception : new IllegalStateException(cause);
  }
}
