package dev.ocellus.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.server.Client.Answer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos, their files and their thumbnails over HTTP. */
class PhotoApiTest {

  private static OcellusServer server;
  private static Client client;

  @TempDir Path temp;

  @BeforeAll
  static void start() throws Exception {
    server = ServedPhotos.serve(ServerOptions.DEFAULT);
    client = new Client(server);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static String photo(String id) {
    return "/api/photos/" + Client.escape(id);
  }

  @Test
  void aPhotoTellsWhatTheIndexKnows() throws Exception {
    JsonNode photo = client.get(photo(ServedPhotos.ESCAPED)).json();
    assertEquals(ServedPhotos.ESCAPED, photo.get("id").asText());
    assertEquals(ServedPhotos.SCRIPT, photo.at("/captions/0").asText());
    assertEquals("animal", photo.at("/fields/tag/0").asText());
    assertEquals(photo(ServedPhotos.ESCAPED) + "/image", photo.at("/links/image").asText());
    client.get(photo("nothing.jpg")).problem(404, "no-such-photo");
    client.get(photo("owl.jpg") + "?size=3").problem(400, "bad-parameter");
    client.get("/api/photos/a%20b/x.jpg").problem(404, "not-found");
  }

  @Test
  void aFileComesWholeInRangesOrNotAtAll() throws Exception {
    byte[] file = Files.readAllBytes(ServedPhotos.photos().resolve("owl.jpg"));
    String path = photo("owl.jpg") + "/image";
    Answer whole = client.get(path);
    assertArrayEquals(file, whole.bytes());
    assertEquals("image/jpeg", whole.header("Content-Type"));
    assertEquals("bytes", whole.header("Accept-Ranges"));
    String etag = whole.header("ETag");
    assertTrue(etag.startsWith("\""), "a strong tag: " + etag);
    Answer part = client.get(path, "Range", "bytes=10-19");
    assertEquals(206, part.status());
    assertArrayEquals(Arrays.copyOfRange(file, 10, 20), part.bytes());
    assertEquals("bytes 10-19/" + file.length, part.header("Content-Range"));
    Answer last = client.get(path, "Range", "bytes=-5");
    assertArrayEquals(Arrays.copyOfRange(file, file.length - 5, file.length), last.bytes());
    Answer beyond = client.get(path, "Range", "bytes=" + file.length + "-");
    beyond.problem(416, "bad-range");
    assertEquals("bytes */" + file.length, beyond.header("Content-Range"));
    assertEquals(304, client.get(path, "If-None-Match", etag).status());
    assertEquals(200, client.get(path, "If-None-Match", "\"other\"").status());
    assertEquals(206, client.get(path, "Range", "bytes=0-9", "If-Range", etag).status());
    assertEquals(200, client.get(path, "Range", "bytes=0-9", "If-Range", "\"other\"").status());
    Answer head = client.send("HEAD", path, new byte[0]);
    assertEquals(200, head.status());
    assertEquals(Integer.toString(file.length), head.header("Content-Length"));
    assertEquals(0, head.bytes().length);
  }

  @Test
  void thumbnailsAreSmallAndKept() throws Exception {
    String path = photo("owl.jpg") + "/thumbnail";
    Answer answer = client.get(path + "?size=160");
    assertEquals("image/jpeg", answer.header("Content-Type"));
    BufferedImage small = ImageIO.read(new ByteArrayInputStream(answer.bytes()));
    assertEquals(160, Math.max(small.getWidth(), small.getHeight()));
    String etag = answer.header("ETag");
    assertTrue(etag.startsWith("\"") && etag.contains("-160-"), etag);
    assertTrue(answer.header("Cache-Control").contains("max-age="));
    Answer again = client.get(path + "?size=160", "If-None-Match", "\"x\", " + etag);
    assertEquals(304, again.status());
    assertEquals(0, again.bytes().length);
    assertEquals(etag, again.header("ETag"));
    BufferedImage usual = ImageIO.read(new ByteArrayInputStream(client.get(path).bytes()));
    assertEquals(320, Math.max(usual.getWidth(), usual.getHeight()));
    assertEquals(
        "\"size\" must be one of [160, 320, 480, 640, 960, 1280], got 161",
        client.get(path + "?size=161").problem(400, "bad-parameter").get("detail").asText());
    assertEquals(0, client.send("HEAD", path, new byte[0]).bytes().length);
  }

  /** EXIF orientation 6 shows a picture that is stored lying on its side. */
  @Test
  void thumbnailsAreUpright() throws Exception {
    Path photos = Files.createDirectories(temp.resolve("photos"));
    Files.copy(ServedPhotos.AWKWARD.resolve("orientation_6.jpg"), photos.resolve("turned.jpg"));
    BufferedImage stored = ImageIO.read(photos.resolve("turned.jpg").toFile());
    Path index = ServedPhotos.index(photos, temp.resolve("index"));
    try (OcellusServer own = ServedPhotos.serve(ServerOptions.DEFAULT, index)) {
      BufferedImage small =
          ImageIO.read(
              new ByteArrayInputStream(
                  new Client(own).get("/api/photos/turned.jpg/thumbnail?size=160").bytes()));
      assertEquals(stored.getWidth() > stored.getHeight(), small.getHeight() > small.getWidth());
      assertFalse(stored.getWidth() == stored.getHeight());
    }
  }

  @Test
  void aPhotoThatIsGoneIsSaidToBeAndItsThumbnailStays() throws Exception {
    Path photos = ServedPhotos.copy(temp.resolve("photos"), "owl.jpg", "cow.jpg");
    Path index = ServedPhotos.index(photos, temp.resolve("index"));
    try (OcellusServer own = ServedPhotos.serve(ServerOptions.DEFAULT, index)) {
      Client asks = new Client(own);
      byte[] kept = asks.get("/api/photos/owl.jpg/thumbnail").bytes();
      Files.delete(photos.resolve("owl.jpg"));
      Files.delete(photos.resolve("cow.jpg"));
      asks.get("/api/photos/owl.jpg/image").problem(404, "photo-gone");
      assertArrayEquals(kept, asks.get("/api/photos/owl.jpg/thumbnail").bytes());
      asks.get("/api/photos/cow.jpg/thumbnail").problem(404, "photo-gone");
      assertEquals("owl.jpg", asks.get("/api/photos/owl.jpg").json().get("id").asText());
      assertEquals(2, asks.get("/api/search?filter=id:*").json().get("hits").size());
      Files.writeString(photos.resolve("owl.jpg"), "<!doctype html><script>alert(1)</script>");
      asks.get("/api/photos/owl.jpg/image").problem(404, "photo-gone");
      Files.copy(ServedPhotos.ALL.resolve("cow.jpg"), photos.resolve("cow.jpg"));
      assertEquals(200, asks.get("/api/photos/cow.jpg/thumbnail").status(), "made when it is back");
    }
  }

  @Test
  void symbolicLinksLeadNowhereElse() throws Exception {
    Path photos = ServedPhotos.copy(temp.resolve("photos"), "owl.jpg", "cow.jpg");
    Path outside = ServedPhotos.copy(temp.resolve("outside"), "duck.jpg");
    Path index = ServedPhotos.index(photos, temp.resolve("index"));
    Files.delete(photos.resolve("owl.jpg"));
    Files.createSymbolicLink(photos.resolve("owl.jpg"), outside.resolve("duck.jpg"));
    try (OcellusServer own = ServedPhotos.serve(ServerOptions.DEFAULT, index)) {
      Client asks = new Client(own);
      asks.get("/api/photos/owl.jpg/image").problem(404, "photo-gone");
      asks.get("/api/photos/owl.jpg/thumbnail").problem(404, "photo-gone");
      Files.delete(photos.resolve("owl.jpg"));
      Files.createSymbolicLink(photos.resolve("owl.jpg"), Path.of("cow.jpg"));
      assertEquals(200, asks.get("/api/photos/owl.jpg/image").status(), "inside the folder");
    }
  }

  @Test
  void thePolicyHidesWhatItBlocks() throws Exception {
    Path photos = ServedPhotos.copy(temp.resolve("photos"), "owl.jpg", "cow.jpg");
    ContentPolicy policy = ContentPolicy.named("default");
    Path index =
        ServedPhotos.index(
            photos,
            temp.resolve("index"),
            true,
            "image,caption",
            "owl.jpg,An owl sits on a branch",
            "cow.jpg,A child plays");
    try (OcellusServer own = ServedPhotos.serve(ServerOptions.DEFAULT.withPolicy(policy), index)) {
      Client asks = new Client(own);
      JsonNode blocked = asks.get("/api/search?q=a+child+plays").json();
      assertEquals("block", blocked.at("/policy/action").asText());
      assertTrue(blocked.at("/policy/disclaimer").asText().length() > 10);
      assertEquals(0, blocked.get("hits").size());
      JsonNode facets = asks.get("/api/facets?q=a+child&field=width").json();
      assertEquals("block", facets.at("/policy/action").asText());
      assertEquals(1, asks.get("/api/search?q=animal").json().get("hits").size());
      JsonNode all = asks.get("/api/search?q=animal&show_marked=true").json();
      assertEquals(2, all.get("hits").size());
      for (JsonNode hit : all.get("hits")) {
        assertEquals(200, asks.get(hit.at("/links/thumbnail").asText()).status());
      }
      for (String path : List.of("", "/image", "/thumbnail")) {
        asks.get("/api/photos/cow.jpg" + path).problem(403, "hidden-by-policy");
        assertEquals(200, asks.get("/api/photos/cow.jpg" + path + "?show_marked=true").status());
        assertEquals(200, asks.get("/api/photos/owl.jpg" + path).status());
      }
      JsonNode info = asks.get("/api/info").json();
      assertEquals(policy.id(), info.get("policy").asText());
      assertEquals("[\"An owl sits on a branch\"]", info.get("examples").toString());
    }
  }
}
