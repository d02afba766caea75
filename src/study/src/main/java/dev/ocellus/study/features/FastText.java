package dev.ocellus.study.features;

import com.github.jfasttext.JFastText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Trains word vectors (Mikolov et al., "Distributed Representations of Words", 2013). */
final class FastText {

  /** Fewer captions than this keep words that stand there once. */
  private static final int MANY = 5000;

  private FastText() {}

  /** One thread and no subwords: the same captions give the same vectors. */
  static Map<String, float[]> train(List<List<String>> captions, int dimension) {
    try {
      Path folder = Files.createTempDirectory("ocellus-words");
      Path text = folder.resolve("captions.txt");
      Path vectors = folder.resolve("words.vec");
      try {
        Files.write(text, captions.stream().map(words -> String.join(" ", words)).toList());
        run(text, folder.resolve("words"), dimension, captions.size() < MANY ? 1 : 3);
        return WordVectorFile.read(vectors);
      } finally {
        Files.deleteIfExists(text);
        Files.deleteIfExists(vectors);
        Files.deleteIfExists(folder.resolve("words.bin"));
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(Path text, Path output, int dimension, int leastCount) {
    new JFastText()
        .runCmd(
            new String[] {
              "skipgram",
              "-input",
              text.toString(),
              "-output",
              output.toString(),
              "-dim",
              Integer.toString(dimension),
              "-minCount",
              Integer.toString(leastCount),
              "-epoch",
              "5",
              "-maxn",
              "0",
              "-bucket",
              "1",
              "-thread",
              "1",
              "-verbose",
              "0"
            });
  }
}
