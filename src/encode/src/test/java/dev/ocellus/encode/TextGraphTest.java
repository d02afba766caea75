package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Batches of texts, as graphics cards get them. */
class TextGraphTest {

  private static final String STATES = "last_hidden_state";

  @Test
  void tokensOfABatchAreAsAlone() {
    // Of unlike length and not sorted, so that all but the longest are padded and put in order.
    List<String> texts = List.of("two dogs run in the beach", "a", "", "goose ball window");
    List<TokenEmbeddings> together = tokens(texts, 8);
    for (int i = 0; i < texts.size(); i++) {
      TokenEmbeddings alone = tokens(List.of(texts.get(i)), 1).getFirst();
      assertEquals(alone.spans(), together.get(i).spans());
      for (int token = 0; token < alone.size(); token++) {
        assertArrayEquals(alone.vectors()[token], together.get(i).vectors()[token], 1e-4f);
      }
    }
  }

  @Test
  void paddingBeforeATextIsPassedOver() {
    // One text of three tokens, [CLS] a [SEP], in a batch of length 5: two of padding go before.
    var text =
        new TokenizedText(new long[] {2, 9, 3}, new int[] {1}, List.of(new TokenSpan(0, 1, 0)));
    var states =
        new GraphOutput(
            "states", new long[] {1, 5, 1}, FloatBuffer.wrap(new float[] {0, 1, 2, 3, 4}));
    var run = new TextRun(List.of(text), 5, true, Map.of("states", states));
    assertArrayEquals(new float[] {3}, run.tokens(0, "states", 1).vectors()[0]);
    assertEquals(2, run.first(0));
    // (2 + 3 + 4) / 3
    assertArrayEquals(new float[] {3}, states.mean(0, run.first(0), run.count(0), 1, 5, 1));
  }

  private static List<TokenEmbeddings> tokens(List<String> texts, int textsAtOnce) {
    ModelFiles files = ModelFiles.folder(TestFiles.folder("tiny-bert"));
    var settings = TextSettings.read(files, JsonFile.read(files, "config.json"), ModelFamily.OTHER);
    OnnxGraph graph =
        OnnxGraph.open(files, "model.onnx", TextBatch.INPUTS, EncoderOptions.threads(1));
    try (var open = new TextGraph(graph, files, settings, ModelFamily.OTHER, textsAtOnce)) {
      return open.run(
          texts,
          Set.of(STATES),
          run -> {
            List<TokenEmbeddings> tokens = new ArrayList<>();
            for (int row = 0; row < run.rows(); row++) {
              tokens.add(run.tokens(row, STATES, 32));
            }
            return tokens;
          });
    }
  }
}
