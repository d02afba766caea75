package dev.ocellus.lucene.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.EncoderOptions;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import java.util.List;
import java.util.Random;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code dog^2 ball}, with the bundled encoder. */
class WordWeightTest {

  private static final String TEXT = "dog ball";

  private static Encoder encoder;
  private static TextEncoder texts;

  @BeforeAll
  static void open() {
    encoder = new ModelStore().open(ModelStore.DEFAULT_MODEL, EncoderOptions.threads(1));
    texts = new TextEncoder(encoder, CaptionAnalyzer.of("en"));
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  private static EncodedText weighted(float dog, float ball) {
    return texts.encode(TEXT, List.of(new WordWeight(0, 3, dog), new WordWeight(4, 8, ball)));
  }

  @Test
  void aWeightOfOneChangesNothing() {
    assertEquals(texts.encode(TEXT), weighted(1, 1));
    assertEquals(texts.encode(TEXT), texts.encode(TEXT, List.of()));
  }

  /** v("dog ball") + (3 - 1) v("dog"), at unit length. */
  @Test
  void theVectorTurnsByTheStatedRule() {
    float[] text = texts.encode(TEXT).imageVector();
    float[] dog = texts.encode("dog").imageVector();
    float[] sum = new float[text.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = text[i] + 2 * dog[i];
    }
    assertArrayEquals(VectorUtil.l2normalize(sum), weighted(3, 1).imageVector(), 1e-5f);
  }

  /** Tokens: dog, ball. */
  @Test
  void theTokensOfTheWordWeighMore() {
    TokenVectors plain = texts.encode(TEXT).tokens();
    TokenVectors weighted = weighted(3, .5f).tokens();
    assertNotNull(plain);
    assertNotNull(weighted);
    assertEquals(2, plain.size());
    assertEquals(3 * plain.weight(0), weighted.weight(0), 1e-6);
    assertEquals(.5 * plain.weight(1), weighted.weight(1), 1e-6);
  }

  @Test
  void moreWeightNeverTurnsTheVectorFromTheWord() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    EncodedText dog = texts.encode("dog");
    for (int i = 0; i < 20; i++) {
      float less = .1f + 5 * random.nextFloat();
      float more = less + 5 * random.nextFloat();
      float ball = .1f + 5 * random.nextFloat();
      EncodedText before = weighted(less, ball);
      EncodedText after = weighted(more, ball);
      String what = "seed " + seed + ": " + less + " to " + more + " beside " + ball;
      assertTrue(
          VectorUtil.dotProduct(dog.imageVector(), after.imageVector())
              >= VectorUtil.dotProduct(dog.imageVector(), before.imageVector()) - 1e-5,
          what);
      assertTrue(
          VectorUtil.dotProduct(dog.captionVector(), after.captionVector())
              >= VectorUtil.dotProduct(dog.captionVector(), before.captionVector()) - 1e-5,
          what);
    }
  }

  @Test
  void whatIsNoWeightIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new WordWeight(0, 3, 0));
    assertThrows(IllegalArgumentException.class, () -> new WordWeight(0, 3, 101));
    assertThrows(IllegalArgumentException.class, () -> new WordWeight(3, 3, 2));
    assertThrows(
        IllegalArgumentException.class, () -> texts.encode(TEXT, List.of(new WordWeight(4, 9, 2))));
  }
}
