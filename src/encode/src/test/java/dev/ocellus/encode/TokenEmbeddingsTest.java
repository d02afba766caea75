package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Token vectors averaged by word, and the way from a tokenizer's offsets back to the text. */
class TokenEmbeddingsTest {

  @Test
  void tokensOfOneWordAreAveraged() {
    // "snow" + "board" of word 0, "!" of word 1.
    var tokens =
        new TokenEmbeddings(
            List.of(new TokenSpan(0, 4, 0), new TokenSpan(4, 9, 0), new TokenSpan(9, 10, 1)),
            new float[][] {{1, 4}, {3, -2}, {5, 6}});
    TokenEmbeddings words = tokens.byWord();
    assertEquals(List.of(new TokenSpan(0, 9, 0), new TokenSpan(9, 10, 1)), words.spans());
    assertArrayEquals(new float[] {2, 1}, words.vectors()[0]);
    assertArrayEquals(new float[] {5, 6}, words.vectors()[1]);
    assertArrayEquals(new float[] {1, 4}, tokens.vectors()[0], "the tokens stay as they were");
  }

  @Test
  void noTokensAreNoWords() {
    assertEquals(0, new TokenEmbeddings(List.of(), new float[0][]).byWord().size());
  }

  @Test
  void everyVectorNeedsAPlace() {
    assertThrows(
        IllegalArgumentException.class, () -> new TokenEmbeddings(List.of(), new float[1][2]));
    assertThrows(IllegalArgumentException.class, () -> new TokenSpan(3, 2, 0));
  }

  @Test
  void offsetsLeadBackToTheText() {
    // Chars: İ at 0, a dog's surrogate pair at 1 and 2, x at 3, half a pair at 4. Lower-cased, İ is
    // two code points, i and a dot above; so these are 0 1, 2, 3, 4.
    var input = TokenizerInput.of("\u0130\uD83D\uDC36X\uD83D", true);
    assertEquals("i\u0307\uD83D\uDC36x\uFFFD", input.text());
    assertEquals(0, input.start(0));
    assertEquals(1, input.end(0, 1), "half of what became two is the whole");
    assertEquals(1, input.end(0, 2));
    assertEquals(1, input.start(2));
    assertEquals(3, input.end(2, 3));
    assertEquals(4, input.end(2, 4));
    assertEquals(5, input.end(4, 5));
  }
}
