package dev.ocellus.lucene.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FeatureCurve;
import dev.ocellus.fusion.FusionCard;
import dev.ocellus.fusion.FusionFile;
import dev.ocellus.fusion.LogisticFusion;
import dev.ocellus.fusion.Regime;
import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.TestModels;
import dev.ocellus.lucene.TestPhotos;
import dev.ocellus.lucene.TunedFusion;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.IndexReport;
import dev.ocellus.lucene.index.PhotoIndexer;
import dev.ocellus.lucene.policy.ContentPolicy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets who exports an index and imports it elsewhere. */
class TransferTest {

  /** Twenty texts, of words in captions and others. */
  private static final List<String> QUERIES =
      List.of(
          "a cat",
          "a rocket",
          "two dogs",
          "a bridge of stone",
          "an astronaut smiles",
          "a flower",
          "a bee on a flower",
          "tools",
          "a canyon",
          "the moon",
          "a castle on a hill",
          "coffee",
          "a cow",
          "forks and knives",
          "a man plays drums",
          "a bird on a branch",
          "snow",
          "music",
          "a tower in Paris",
          "sheep in a meadow");

  @TempDir static Path shared;
  private static Path photos;
  private static Path model;
  private static Path index;

  @TempDir Path temp;
  private Path file;
  private Path imported;
  private final List<String> problems = new ArrayList<>();
  private int stopAfter = Integer.MAX_VALUE;

  @BeforeAll
  static void indexPhotos() throws IOException {
    photos = shared.resolve("photos");
    index = shared.resolve("index");
    model = TestModels.tiny(shared.resolve("model"), "test/one", .5);
    StringBuilder table = new StringBuilder("image,caption,tags,stars,price,day,album\n");
    int number = 0;
    for (String line : Files.readAllLines(TestPhotos.CAPTIONS)) {
      String name = line.substring(0, Math.max(0, line.indexOf(',')));
      if (name.endsWith(".jpg") && number < 12) {
        if (Files.notExists(photos.resolve(name))) {
          TestPhotos.copy(name, photos.resolve(name));
          number++;
        }
        table.append(
            line
                + ",\"a;b%d\",%d,%s,2020-05-%02d,Album %d\n"
                    .formatted(number, number, number / 3.0, number + 1, number));
      }
    }
    index(index, Files.writeString(shared.resolve("captions.csv"), table));
  }

  private static IndexReport index(Path folder, Path captions) throws IOException {
    return new PhotoIndexer(
            IndexOptions.of(photos, folder)
                .withModel(model.toString())
                .withCaptions(captions)
                .withPolicy(ContentPolicy.DEFAULT))
        .run(IndexProgress.NONE);
  }

  @BeforeEach
  void names() {
    file = temp.resolve("photos.jsonl");
    imported = temp.resolve("imported");
  }

  private final class Listener implements IndexProgress {
    private long done;

    @Override
    public void advanced(long photosDone) {
      done = photosDone;
    }

    @Override
    public void problem(String line) {
      problems.add(line);
    }

    @Override
    public boolean cancelled() {
      return done >= stopAfter;
    }
  }

  private long export() throws IOException {
    return new PhotoExport(index).writeTo(file, new Listener());
  }

  private ImportReport importFile() throws IOException {
    problems.clear();
    return new PhotoImport(imported, null).read(file, new Listener());
  }

  private static List<List<Hit>> search(Path folder) throws IOException {
    List<List<Hit>> answers = new ArrayList<>();
    try (PhotoIndex open = PhotoIndex.open(folder)) {
      for (String query : QUERIES) {
        answers.add(open.search(SearchRequest.of(query).withTop(100)).hits());
      }
    }
    return answers;
  }

  /** Changes one line of the exported file. */
  private void change(int line, Consumer<ObjectNode> edit) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    JsonMapper mapper = new JsonMapper();
    ObjectNode json = (ObjectNode) mapper.readTree(lines.get(line - 1));
    edit.accept(json);
    lines.set(line - 1, mapper.writeValueAsString(json));
    Files.write(file, lines);
  }

  @Test
  void anImportedIndexAnswersAsTheExportedOne() throws IOException {
    assertEquals(12, export());
    ImportReport report = importFile();
    assertEquals(new ImportReport(12, 12, 0, 0, 0, true, false), report);
    assertEquals(List.of(), problems);
    assertEquals(search(index), search(imported));
    Path again = temp.resolve("again.jsonl");
    new PhotoExport(imported).writeTo(again, IndexProgress.NONE);
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
    IndexReport next = index(imported, shared.resolve("captions.csv"));
    assertEquals(12, next.unchanged(), "the next run over the folder has nothing to do");
  }

  @Test
  void importingAgainWritesOnlyWhatIsNew() throws IOException {
    export();
    stopAfter = 5;
    ImportReport stopped = importFile();
    assertTrue(stopped.cancelled());
    assertEquals(5, stopped.photos());
    stopAfter = Integer.MAX_VALUE;
    assertEquals(new ImportReport(12, 7, 0, 5, 0, true, false), importFile());
    assertEquals(search(index), search(imported));

    change(2, photo -> photo.putArray("tags").add("other"));
    assertEquals(new ImportReport(12, 0, 1, 11, 0, true, false), importFile());
  }

  @Test
  void aStoppedExportLeavesNoFile() throws IOException {
    stopAfter = 3;
    assertEquals(3, export());
    assertFalse(Files.exists(file));
    assertEquals(0, temp.toFile().list().length);
  }

  @Test
  void otherProgramsCanReadAndWriteTheLines() throws IOException {
    export();
    JsonNode photo = new JsonMapper().readTree(Files.readAllLines(file).get(1));
    assertEquals("[\"a\",\"b1\"]", photo.get("tags").toString());
    assertEquals("[1]", photo.get("fields").get("stars").toString());
    assertEquals("[\"2020-05-02\"]", photo.get("fields").get("day").toString());
    assertEquals(64, photo.get("sha256").asText().length());
    ByteBuffer bytes =
        ByteBuffer.wrap(Base64.getDecoder().decode(photo.get("image_vector").asText()))
            .order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(16 * 4, bytes.remaining());
    double sum = 0;
    List<Float> vector = new ArrayList<>();
    while (bytes.hasRemaining()) {
      vector.add(bytes.getFloat());
      sum += vector.getLast() * vector.getLast();
    }
    assertEquals(1, sum, 1e-4);

    importFile();
    change(
        2,
        json -> {
          var numbers = json.putArray("image_vector");
          vector.forEach(numbers::add);
        });
    assertEquals(12, importFile().unchanged(), "numbers are as good as Base64");
  }

  @Test
  void linesThatAreNoPhotoAreNamedAndPassedOver() throws IOException {
    export();
    change(2, photo -> photo.remove("sha256"));
    change(3, photo -> photo.put("id", "../escape.jpg"));
    change(4, photo -> photo.put("image_vector", "AAAA"));
    change(5, photo -> photo.putArray("captions"));
    change(6, photo -> ((ObjectNode) photo.get("fields")).putArray("stars").add("five"));
    change(7, photo -> ((ObjectNode) photo.get("fields")).putArray("mood").add("blue"));
    change(8, photo -> photo.put("image_hubness", 3));
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(8, lines.get(8).substring(0, 100));
    Files.write(file, lines.subList(0, 12));

    ImportReport report = importFile();

    assertEquals(8, report.problems());
    assertEquals(3, report.photos());
    assertFalse(report.complete());
    assertEquals(
        List.of(
            file + ":2: no sha256; passed over",
            file
                + ":3: the id '../escape.jpg' is no path within a folder, such as 2023/dog.jpg;"
                + " passed over",
            file + ":4: image_vector has 0 dimensions, not 16; passed over",
            file + ":5: 0 captions, but vectors of 2; passed over",
            file + ":6: '\"five\"' is not an integer, as the field stars takes; passed over",
            file + ":7: the first line names no field mood; passed over",
            file + ":8: image_hubness is no number within -1 and 1; passed over"),
        problems.subList(0, 7));
    assertTrue(problems.get(7).startsWith(file + ":9: no JSON: "), problems.get(7));
    assertEquals(
        file + ": 11 photos, but its first line says 12; it is cut short", problems.get(8));
  }

  @Test
  void anotherEncoderLanguageOrFormatIsRefused() throws IOException {
    export();
    change(1, header -> header.put("encoder", "test/two"));
    imported = index;
    assertEquals(
        index
            + " has vectors of test/one (16 dimensions), the export those of test/two (16); import"
            + " it into another index",
        assertThrows(IndexException.class, this::importFile).getMessage());
    change(1, header -> header.put("encoder", "test/one").put("language", "ru"));
    assertEquals(
        "the captions of "
            + index
            + " are en, those of the export ru; import it into another index",
        assertThrows(IndexException.class, this::importFile).getMessage());
    change(1, header -> header.put("version", 9));
    assertEquals(
        file + ":1: version 9 of the format; this Ocellus reads version 1",
        assertThrows(DataException.class, this::importFile).getMessage());
    Files.writeString(file, "image,caption\n");
    assertTrue(
        assertThrows(DataException.class, this::importFile)
            .getMessage()
            .startsWith(file + ":1: no JSON: "));
    assertEquals(
        file + " is there already; give another name, or delete it",
        assertThrows(DataException.class, this::export).getMessage());
  }

  @Test
  void theIndexsOwnFusionComesAlongIntoANewIndex() throws IOException {
    var regime =
        new Regime(
            "image",
            List.of(Feature.IMAGE_COSINE),
            0,
            List.of(FeatureCurve.line(Feature.IMAGE_COSINE, 2)));
    var tuned =
        new FusionFile(
            new LogisticFusion(List.of(regime)),
            new FusionCard("", LocalDate.EPOCH, "test/one", 1, "", Map.of(), ""));
    Path fusion = temp.resolve("fusion.json");
    tuned.write(fusion);
    JsonNode json = new JsonMapper().readTree(fusion.toFile());
    export();
    change(1, header -> header.set("fusion", json));
    importFile();
    assertEquals(tuned, new TunedFusion(imported).own("test/one"));
    Path again = temp.resolve("again.jsonl");
    new PhotoExport(imported).writeTo(again, IndexProgress.NONE);
    Path twice = temp.resolve("twice");
    new PhotoImport(twice, null).read(again, IndexProgress.NONE);
    assertEquals(tuned, new TunedFusion(twice).own("test/one"));

    change(1, header -> header.putObject("fusion"));
    imported = temp.resolve("other");
    assertThrows(DataException.class, this::importFile);
    assertFalse(Files.exists(new TunedFusion(imported).file()));
  }

  @Test
  void marksOfTheContentPolicyAndThePhotoFolderComeAlong() throws IOException {
    export();
    change(2, photo -> photo.putArray("captions").add("A bloody stone.").add("A stone."));
    Path folder = temp.resolve("elsewhere");
    new PhotoImport(imported, folder).read(file, IndexProgress.NONE);
    try (PhotoIndex open = PhotoIndex.open(imported)) {
      assertEquals(folder, open.info().photoFolder());
      assertEquals(Map.of("warn", 1), open.info().policy().byAction());
    }
  }
}
