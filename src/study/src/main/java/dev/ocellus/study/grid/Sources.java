package dev.ocellus.study.grid;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.EncoderOptions;
import dev.ocellus.encode.ImageBackbone;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.encode.OnnxImageBackbone;
import dev.ocellus.encode.OnnxTextEncoder;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.study.features.ImageVectors;
import dev.ocellus.study.features.TextSource;
import dev.ocellus.study.features.TextVectors;
import dev.ocellus.study.features.TfIdf;
import dev.ocellus.study.features.VectorStore;
import dev.ocellus.study.features.WordVectors;
import dev.ocellus.study.split.PhotoSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Opens what makes vectors, one after the other, and collects the vectors. */
final class Sources {

  private static final int THREADS = 2;
  private static final int TF_IDF_WORDS = 1000;
  private static final int WORD_DIMENSION = 100;

  private final StudyOptions options;
  private final VectorPreparation vectors;
  private final List<PhotoSplit> splits;
  private final Map<String, List<float[]>> images = new LinkedHashMap<>();
  private final Map<String, List<List<float[]>>> texts = new LinkedHashMap<>();
  private final Map<String, String> spaces = new LinkedHashMap<>();

  Sources(StudyOptions options, VectorPreparation vectors, List<PhotoSplit> splits) {
    this.options = options;
    this.vectors = vectors;
    this.splits = splits;
  }

  FeatureCatalogue collect(StudyData data, VectorStore store, StudyProgress progress)
      throws IOException {
    String identity;
    try (Encoder encoder = open(ModelStore.DEFAULT_MODEL)) {
      identity = encoder.modelId();
      dualEncoder(FeatureCatalogue.ENCODER, FeatureCatalogue.TOWER, encoder);
      ownOutputs(encoder);
    }
    add(tfIdf());
    add(new TextSource("words", true, captions -> WordVectors.train(captions, WORD_DIMENSION)));
    for (Path file : options.wordVectors()) {
      add(TextSource.ready("words " + file.getFileName(), WordVectors.read(file)));
    }
    for (Path folder : options.textEncoders()) {
      try (OnnxTextEncoder encoder = OnnxTextEncoder.open(folder, THREADS)) {
        add(TextSource.ready("text " + folder.getFileName(), TextVectors.of(folder, encoder)));
      }
    }
    for (Path file : options.imageBackbones()) {
      try (OnnxImageBackbone backbone = OnnxImageBackbone.open(file, THREADS)) {
        backbone("image " + file.getFileName(), fileIdentity(file), backbone);
      }
    }
    for (String model : options.models()) {
      try (Encoder encoder = open(model)) {
        dualEncoder(model, model, encoder);
      }
    }
    var fusion = new FusionPreparation(data, options.out(), progress);
    return new FeatureCatalogue(
        images, texts, spaces, fusion.table(store, identity, vectors.photoItems()));
  }

  private static Encoder open(String model) {
    return new ModelStore().open(model, EncoderOptions.threads(THREADS));
  }

  private void dualEncoder(String image, String text, Encoder encoder) throws IOException {
    images.put(image, vectors.photos(ImageVectors.of(image, encoder)));
    add(TextSource.ready(text, TextVectors.of(encoder)));
    spaces.put(image, text);
  }

  /** What the encoder's networks make on the way: features of its backbone, sentence vectors. */
  private void ownOutputs(Encoder encoder) throws IOException {
    var backbone = encoder.imageBackbone();
    if (backbone.isPresent()) {
      backbone("backbone", encoder.modelId() + " backbone", backbone.get());
    }
    var tokens = encoder.tokens();
    if (tokens.isPresent()) {
      add(TextSource.ready("sentence", TextVectors.sentences(encoder.modelId(), tokens.get())));
    }
  }

  private void backbone(String name, String identity, ImageBackbone backbone) throws IOException {
    images.put(name, vectors.photos(ImageVectors.of(name, identity, backbone)));
  }

  private static String fileIdentity(Path file) throws IOException {
    return "%s %d %s"
        .formatted(file.toAbsolutePath(), Files.size(file), Files.getLastModifiedTime(file));
  }

  private void add(TextSource source) throws IOException {
    texts.put(source.name(), vectors.texts(source, splits));
  }

  private static TextSource tfIdf() {
    var analyzer = CaptionAnalyzer.of("en").analyzer();
    return new TextSource("tfidf", true, captions -> TfIdf.fit(analyzer, captions, TF_IDF_WORDS));
  }
}
