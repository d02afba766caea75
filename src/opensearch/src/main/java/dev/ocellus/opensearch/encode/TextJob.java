package dev.ocellus.opensearch.encode;

import dev.ocellus.lucene.text.EncodedText;
import java.util.List;
import org.opensearch.core.action.ActionListener;

/** Texts that wait to be encoded. */
final class TextJob {

  private final String model;
  private final List<TextToEncode> texts;
  private final ActionListener<List<EncodedText>> listener;
  private volatile boolean taken;

  TextJob(String model, List<TextToEncode> texts, ActionListener<List<EncodedText>> listener) {
    this.model = model;
    this.texts = texts;
    this.listener = listener;
  }

  String model() {
    return model;
  }

  List<TextToEncode> texts() {
    return texts;
  }

  ActionListener<List<EncodedText>> listener() {
    return listener;
  }

  /** A thread has it in hand. */
  void take() {
    taken = true;
  }

  boolean isTaken() {
    return taken;
  }
}
