package dev.ocellus.opensearch.encode;

import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.lucene.text.TextEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Encodes the texts of several jobs at once, and answers each job for itself. */
final class TextBatches {

  private final NodeModels models;
  private final EncodingCounts counts;

  TextBatches(NodeModels models, EncodingCounts counts) {
    this.models = models;
    this.counts = counts;
  }

  /** What has one encoder and one analyzer. */
  private record Group(String model, String language) {}

  /** Answers all the jobs' listeners; on a thread of the pool. */
  void encode(List<TextJob> jobs) {
    Map<Group, Set<String>> plain = new LinkedHashMap<>();
    for (TextJob job : jobs) {
      for (TextToEncode text : job.texts()) {
        if (text.weights().isEmpty()) {
          plain.computeIfAbsent(group(job, text), group -> new LinkedHashSet<>()).add(text.text());
        }
      }
    }
    Map<Group, Map<String, EncodedText>> encoded = new HashMap<>();
    Map<Group, Exception> failures = new HashMap<>();
    plain.forEach(
        (group, texts) -> {
          try {
            encoded.put(group, encode(group, List.copyOf(texts)));
          } catch (Exception | LinkageError e) {
            failures.put(group, asException(e));
          }
        });
    jobs.forEach(job -> answer(job, encoded, failures));
  }

  private Map<String, EncodedText> encode(Group group, List<String> texts) {
    List<EncodedText> encoded = encoder(group).encode(texts);
    counts.batches.increment();
    counts.texts.add(texts.size());
    Map<String, EncodedText> byText = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      byText.put(texts.get(i), encoded.get(i));
    }
    return byText;
  }

  private void answer(
      TextJob job, Map<Group, Map<String, EncodedText>> encoded, Map<Group, Exception> failures) {
    List<EncodedText> answer = new ArrayList<>();
    try {
      for (TextToEncode text : job.texts()) {
        Group group = group(job, text);
        Exception failure = failures.get(group);
        if (failure != null) {
          job.listener().onFailure(failure);
          return;
        }
        Map<String, EncodedText> ofGroup = encoded.getOrDefault(group, Map.of());
        EncodedText known = text.weights().isEmpty() ? ofGroup.get(text.text()) : null;
        answer.add(known != null ? known : weighted(group, text));
      }
    } catch (Exception | LinkageError e) {
      job.listener().onFailure(asException(e));
      return;
    }
    job.listener().onResponse(answer);
  }

  private EncodedText weighted(Group group, TextToEncode text) {
    counts.batches.increment();
    counts.texts.increment();
    return encoder(group).encode(text.text(), text.weights());
  }

  private TextEncoder encoder(Group group) {
    return models.open(group.model()).texts(group.language());
  }

  private static Group group(TextJob job, TextToEncode text) {
    return new Group(job.model(), text.language());
  }

  /** Native code that cannot be loaded shows as an error; whoever waits has to hear of it. */
  static Exception asException(Throwable e) {
    return e instanceof Exception exception ? exception : new IllegalStateException(e);
  }
}
