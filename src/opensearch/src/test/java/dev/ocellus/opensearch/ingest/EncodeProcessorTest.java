package dev.ocellus.opensearch.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.fields.DatePeriod;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoIndexer;
import dev.ocellus.lucene.index.PhotoReader;
import dev.ocellus.lucene.text.EncodedCaption;
import dev.ocellus.lucene.transfer.PhotoSourceReader;
import dev.ocellus.opensearch.cluster.RestAnswer;
import dev.ocellus.opensearch.cluster.RestClient;
import dev.ocellus.opensearch.cluster.TestCluster;
import dev.ocellus.opensearch.encode.EncodingCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photos and captions through the ingest processor of a real node. */
@ExtendWith(EncodingCluster.class)
class EncodeProcessorTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path AWKWARD = EncodingCluster.PHOTOS.resolveSibling("awkward");

  /** With captions and without, with a time in EXIF and turned by it. */
  private static final List<String> NAMES =
      List.of("aqueduct.jpg", "coffee.jpg", "spaniels.jpg", "orientation_6.jpg");

  @TempDir static Path temp;

  @BeforeAll
  static void makePipelines(TestCluster cluster) {
    RestClient client = cluster.client();
    client.put("/_ingest/pipeline/encode", pipeline("{}")).expect(200);
    client.put("/_ingest/pipeline/encode-path", pipeline("{\"path_field\": \"path\"}")).expect(200);
    client.put("/ingested", "{\"mappings\": {\"dynamic\": false}}").expect(200);
  }

  @Test
  void aDocumentGetsWhatTheEmbeddedIndexHas(TestCluster cluster) throws IOException {
    Path photos = Files.createDirectories(temp.resolve("photos"));
    for (String name : NAMES) {
      Files.copy(file(name), photos.resolve(name));
    }
    Path index = temp.resolve("index");
    new PhotoIndexer(IndexOptions.of(photos, index).withCaptions(EncodingCluster.CAPTIONS))
        .run(IndexProgress.NONE);
    List<IndexedPhoto> embedded = read(index);
    assertEquals(NAMES.size(), embedded.size());
    List<Map.Entry<String, String>> documents = new ArrayList<>();
    for (IndexedPhoto photo : embedded) {
      ObjectNode document = JSON.createObjectNode();
      document.put("photo", base64(Files.readAllBytes(photos.resolve(photo.id()))));
      photo.captions().forEach(document.putArray("caption")::add);
      documents.add(Map.entry(photo.id(), document.toString()));
    }
    RestAnswer bulk = bulk(cluster, "encode", documents);
    assertFalse(bulk.at("/errors").asBoolean(), bulk.body());
    for (IndexedPhoto photo : embedded) {
      assertSame(photo, source(cluster, photo.id()));
    }
  }

  private static void assertSame(IndexedPhoto photo, JsonNode source) {
    String all = photo.id() + ": " + source;
    IndexedPhoto read = new PhotoSourceReader(FieldCatalogue.BUILT_IN).photo(photo.id(), source);
    assertEquals(photo.sha256(), read.sha256(), all);
    assertEquals(photo.captions(), read.captions(), all);
    IndexedPhoto.Picture expected = photo.picture();
    IndexedPhoto.Picture picture = read.picture();
    assertArrayEquals(expected.vector(), picture.vector(), 1e-5f, all);
    assertEquals(expected.hubness(), picture.hubness(), 1e-5f, all);
    assertEquals(expected.perceptualHash(), picture.perceptualHash(), all);
    assertEquals(expected.width(), picture.width(), all);
    assertEquals(expected.height(), picture.height(), all);
    assertEquals(expected.takenAt(), picture.takenAt(), all);
    Long takenAt = expected.takenAt();
    assertEquals(
        takenAt == null ? 0 : DatePeriod.yearOf(takenAt), source.path("year").asLong(), all);
    assertEquals("ocellus/lite2-minilm-v3", source.get("model_id").asText(), all);
    assertFalse(source.has("photo"), "the file is not kept");
    for (int i = 0; i < photo.captions().size(); i++) {
      EncodedCaption embedded = photo.encodedCaptions().get(i);
      EncodedCaption caption = read.encodedCaptions().get(i);
      assertArrayEquals(embedded.vector(), caption.vector(), 1e-5f, all);
      assertEquals(embedded.subjects(), caption.subjects(), all);
      assertNearlyEqual(
          Objects.requireNonNull(embedded.tokens()).toBytes(),
          Objects.requireNonNull(caption.tokens()).toBytes());
    }
  }

  /** Batches of other lengths round the last bit otherwise. */
  private static void assertNearlyEqual(BytesRef expected, BytesRef actual) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      int difference = expected.bytes[expected.offset + i] - actual.bytes[actual.offset + i];
      assertTrue(Math.abs(difference) <= 1, "byte " + i + " differs by " + difference);
    }
  }

  @Test
  void aBadDocumentOfABulkFailsAlone(TestCluster cluster) throws IOException {
    String good = base64(Files.readAllBytes(file("bee.jpg")));
    RestAnswer bulk =
        bulk(
            cluster,
            "encode",
            List.of(
                Map.entry("good-1", "{\"photo\": \"%s\", \"caption\": \"A bee.\"}".formatted(good)),
                Map.entry("text", "{\"photo\": \"%s\"}".formatted(awkward("text.jpg"))),
                Map.entry("cut", "{\"photo\": \"%s\"}".formatted(awkward("truncated.jpg"))),
                Map.entry("bomb", "{\"photo\": \"%s\"}".formatted(awkward("bomb.png"))),
                Map.entry("base64", "{\"photo\": \"so so\"}"),
                Map.entry("number", "{\"photo\": 7}"),
                Map.entry("none", "{\"caption\": \"A bee.\"}"),
                Map.entry("object", "{\"photo\": \"%s\", \"caption\": {}}".formatted(good)),
                Map.entry(
                    "uneven",
                    "{\"photo\": \"%s\", \"caption\": \"A bee.\", \"captions\": []}"
                        .formatted(good)),
                Map.entry("good-2", "{\"photo\": \"%s\"}".formatted(good))));
    assertEquals(List.of("good-1", "good-2"), indexed(bulk), bulk.body());
    assertReason(bulk, 1, "not a photo: starts with");
    assertReason(bulk, 2, "truncated JPEG");
    assertReason(bulk, 3, "megapixels, above the limit of 100");
    assertReason(bulk, 4, "field [photo] is no Base64");
    assertReason(bulk, 5, "field [photo] must be a photo's file in Base64, got [Integer]");
    assertReason(bulk, 6, "no photo: field [photo] is missing, and [image_vector] as well");
    assertReason(bulk, 7, "field [caption] must be a text or an array of texts");
    assertReason(bulk, 8, "[captions] has 0 entries for 1 captions in [caption]");
  }

  @Test
  void vectorsThatADocumentBringsStay(TestCluster cluster) {
    RestAnswer bulk =
        bulk(
            cluster,
            "encode",
            List.of(
                Map.entry(
                    "brought",
                    """
                    {"image_vector": "AACAPw==", "caption": "A bee.",
                     "captions": [{"vector": "AACAPw==", "subjects": 64}]}""")));
    assertFalse(bulk.at("/errors").asBoolean(), bulk.body());
    JsonNode source = source(cluster, "brought");
    assertEquals("AACAPw==", source.get("image_vector").asText());
    assertEquals("AACAPw==", source.at("/captions/0/vector").asText());
    assertFalse(source.has("model_id"), "nothing was encoded here");
  }

  @Test
  void aPhotoIsReadByItsPathWithinTheRoot(TestCluster cluster) {
    String root = EncodingCluster.PHOTOS.normalize().toString();
    RestAnswer bulk =
        bulk(
            cluster,
            "encode-path",
            List.of(
                Map.entry("relative", "{\"path\": \"bee.jpg\"}"),
                Map.entry("absolute", "{\"path\": \"%s/bee.jpg\"}".formatted(root)),
                Map.entry("up", "{\"path\": \"../captions.csv\"}"),
                Map.entry("etc", "{\"path\": \"/etc/passwd\"}"),
                Map.entry("url", "{\"path\": \"http://localhost/bee.jpg\"}"),
                Map.entry("missing", "{\"path\": \"nobody.jpg\"}")));
    assertEquals(List.of("relative", "absolute"), indexed(bulk), bulk.body());
    String outside = "is outside of the folders of [ocellus.ingest.photo_root]";
    assertReason(bulk, 2, outside);
    assertReason(bulk, 3, outside);
    assertReason(bulk, 4, "no photo [http://localhost/bee.jpg] in the folders");
    assertReason(bulk, 5, "no photo [nobody.jpg] in the folders");
    assertEquals(
        source(cluster, "relative").get("image_vector"),
        source(cluster, "absolute").get("image_vector"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"language": "xx"}       | [language] unknown language xx; known:
          {"model": "/etc/models"} | [model] [/etc/models] is no model id: owner/name
          {"batch_size": 0}        | [batch_size] must be at least 1
          {"modell": "a/b"}        | doesn't support one or more provided configuration parameters [modell]
          """)
  void aPipelineThatCannotWorkIsRefused(String options, String reason, TestCluster cluster) {
    RestAnswer answer =
        cluster.client().put("/_ingest/pipeline/refused", pipeline(options)).expect(400);
    assertTrue(answer.body().contains(reason), answer.body());
  }

  @Test
  void whereToReadAndWriteCanBeChosen(TestCluster cluster) throws IOException {
    String processor =
        """
        {"photo_field": "file", "caption_field": "alt", "target_field": "ocellus",
         "remove_photo": false, "language": "de", "batch_size": 1}""";
    String document =
        "{\"file\": \"%s\", \"alt\": [\"Ein Kind\"]}"
            .formatted(base64(Files.readAllBytes(file("bee.jpg"))));
    JsonNode source = simulate(cluster, processor, document);
    assertTrue(source.has("file"), source.toString());
    JsonNode encoded = source.get("ocellus");
    assertTrue(encoded.has("image_vector"), source.toString());
    assertEquals("ocellus/lite2-minilm-v3", encoded.get("model_id").asText());
    assertEquals(1, encoded.get("captions").size());
  }

  @Test
  void aDocumentWithoutAPhotoIsLetThroughWhereThatIsIgnored(TestCluster cluster) {
    JsonNode source = simulate(cluster, "{\"ignore_missing\": true}", "{\"caption\": \"A bee.\"}");
    assertEquals(1, source.get("captions").size(), source.toString());
    assertFalse(source.has("image_vector"), source.toString());
    JsonNode ignored = simulate(cluster, "{\"ignore_failure\": true}", "{\"photo\": \"no photo\"}");
    assertEquals("no photo", ignored.get("photo").asText());
  }

  private static JsonNode simulate(TestCluster cluster, String processor, String document) {
    String request =
        "{\"pipeline\": %s, \"docs\": [{\"_source\": %s}]}"
            .formatted(pipeline(processor), document);
    return cluster
        .client()
        .post("/_ingest/pipeline/_simulate", request)
        .expect(200)
        .at("/docs/0/doc/_source");
  }

  private static String pipeline(String options) {
    return "{\"processors\": [{\"ocellus_encode\": " + options + "}]}";
  }

  private static RestAnswer bulk(
      TestCluster cluster, String pipeline, List<Map.Entry<String, String>> documents) {
    return cluster
        .client()
        .post("/_bulk?pipeline=" + pipeline, EncodingCluster.bulk("ingested", documents))
        .expect(200);
  }

  private static List<String> indexed(RestAnswer bulk) {
    List<String> ids = new ArrayList<>();
    for (JsonNode item : bulk.at("/items")) {
      int status = item.at("/index/status").asInt();
      if (status == 201) {
        ids.add(item.at("/index/_id").asText());
      } else {
        assertEquals(400, status, item.toString());
      }
    }
    return ids;
  }

  private static void assertReason(RestAnswer bulk, int item, String reason) {
    String error = bulk.at("/items/" + item + "/index/error").toString();
    assertTrue(error.contains(reason), error);
  }

  private static JsonNode source(TestCluster cluster, String id) {
    return cluster.client().get("/ingested/_source/" + id).expect(200).json();
  }

  private static List<IndexedPhoto> read(Path index) throws IOException {
    List<IndexedPhoto> all = new ArrayList<>();
    try (PhotoIndex opened = PhotoIndex.open(index);
        PhotoSearcher photos = opened.acquire()) {
      PhotoReader reader = new PhotoReader(photos.searcher().getIndexReader());
      for (ScoreDoc photo : photos.searcher().search(PhotoSchema.PHOTOS, 100).scoreDocs) {
        all.add(reader.read(photo.doc));
      }
    }
    return all;
  }

  private static Path file(String name) {
    Path photo = EncodingCluster.PHOTOS.resolve(name);
    return Files.exists(photo) ? photo : AWKWARD.resolve(name);
  }

  private static String awkward(String name) throws IOException {
    return base64(Files.readAllBytes(AWKWARD.resolve(name)));
  }

  private static String base64(byte[] file) {
    return Base64.getEncoder().encodeToString(file);
  }
}
