package dev.ocellus.study.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.DataException;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextVectorsTest {

  @TempDir Path temp;

  @Test
  void tfIdfWeighsRareLemmasMoreAndKnowsOnlyTheMostFrequent() {
    var captions = List.of("dogs run", "a dog barks", "the dog and a cat run");
    var vectors = TfIdf.fit(CaptionAnalyzer.of("en").analyzer(), captions, 2);
    // Lemmas in captions: dog 3, run 2, bark 1, cat 1; two are kept. idf of dog: ln(4 / 4) + 1 = 1,
    // of run: ln(4 / 3) + 1 = 1.2877; the vector's length is sqrt(1 + 1.2877^2) = 1.6304.
    var encoded = vectors.network().apply(List.of("The dogs ran", "a cat"));
    assertArrayEquals(new float[] {1 / 1.6304f, 1.2877f / 1.6304f}, encoded.get(0), 1e-4f);
    assertArrayEquals(new float[2], encoded.get(1));
  }

  @Test
  void aTextIsTheMeanOfItsWordsVectors() throws IOException {
    Path glove = write("dog 1 0\ncat 0.5 -1.5\n");
    var encoded = WordVectors.read(glove).network().apply(List.of("A dog, a cat!", "nobody"));
    assertArrayEquals(new float[] {.75f, -.75f}, encoded.get(0), 1e-6f);
    assertArrayEquals(new float[2], encoded.get(1));
  }

  @Test
  void aHeaderAndWordsWithSpacesAreUnderstood() throws IOException {
    var vectors = WordVectorFile.read(write("2 2\ndog 1 2\nat name 3 4 \n"));
    assertArrayEquals(new float[] {1, 2}, vectors.get("dog"));
    assertArrayEquals(new float[] {3, 4}, vectors.get("at name"));
    assertEquals(2, vectors.size());
  }

  @Test
  void aLineThatDoesNotFitIsNamed() throws IOException {
    assertRefused("dog 1 2\ncat 3\n", ":2: 2 fields; a word and 2 numbers are needed");
    assertRefused("dog 1 2\ncat 3 x\n", ":2: 'x' is no finite number");
    assertRefused("dog 1 NaN\n", ":1: 'NaN' is no finite number");
    assertRefused("", ": no word vectors; a line is a word and its numbers");
  }

  private void assertRefused(String content, String message) throws IOException {
    Path file = write(content);
    var thrown = assertThrows(DataException.class, () -> WordVectors.read(file));
    assertEquals(file + message, thrown.getMessage());
  }

  private Path write(String content) throws IOException {
    return Files.writeString(temp.resolve("vectors.txt"), content);
  }

  @Test
  void wordsOfLikeCompanyGetLikeVectors() {
    long seed = 20261120;
    Random random = new Random(seed);
    List<String> captions = new ArrayList<>();
    String[] animals = {"dog", "puppy", "hound"};
    String[] machines = {"car", "truck", "van"};
    for (int i = 0; i < 1500; i++) {
      captions.add("a " + animals[random.nextInt(3)] + " barks at the running animal");
      captions.add("one " + machines[random.nextInt(3)] + " drives down this paved street");
    }
    var vectors = WordVectors.train(captions, 20);
    var encoded = vectors.network().apply(List.of("dog", "puppy", "truck"));
    double alike = cosine(encoded.get(0), encoded.get(1));
    double different = cosine(encoded.get(0), encoded.get(2));
    assertTrue(alike > different + .03, "seed " + seed + ": " + alike + " and " + different);
    // The same captions give the same vectors.
    assertArrayEquals(
        encoded.get(0), WordVectors.train(captions, 20).network().apply(List.of("dog")).getFirst());
  }

  private static double cosine(float[] a, float[] b) {
    return PairFeatures.cosine(List.of(a), List.of(b)).of(0, 0)[0];
  }

  @Test
  void withoutCaptionsNothingIsLearned() {
    assertThrows(DataException.class, () -> WordVectors.train(List.of(" "), 20));
    assertThrows(
        DataException.class, () -> TfIdf.fit(CaptionAnalyzer.of("en").analyzer(), List.of(), 5));
  }
}
