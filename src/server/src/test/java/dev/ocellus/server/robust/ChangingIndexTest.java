package dev.ocellus.server.robust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.server.ServerOptions;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server says while its photos and its index change. */
class ChangingIndexTest {

  @TempDir Path temp;
  private FewPhotos photos;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    photos = FewPhotos.serve(temp, ServerOptions.DEFAULT);
    client = Client.of(photos.address());
    assertEquals("A cat.", Client.best(client.search("cat")));
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    photos.close();
  }

  @Test
  void aPhotoThatVanishedIsGoneAndStaysFound() throws Exception {
    Files.delete(photos.photos().resolve("cat.jpg"));
    for (String part : List.of("image", "thumbnail?size=320")) {
      HttpResponse<byte[]> answer = client.get("/api/photos/cat.jpg/" + part);
      assertEquals(404, answer.statusCode(), part);
      assertEquals(
          "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
      String detail = Client.json(answer).path("detail").asText();
      assertTrue(detail.contains("disk"), detail);
      assertTrue(!detail.contains(temp.toString()), detail);
    }
    assertEquals("A cat.", Client.best(client.search("cat")));
    assertEquals(200, client.get("/api/photos/cat.jpg").statusCode());
    assertEquals(200, client.get("/api/photos/dog.jpg/image").statusCode());
  }

  @Test
  void newCaptionsAreFoundAndNoSearchFailsMeanwhile() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<List<Integer>> statuses = CompletableFuture.supplyAsync(() -> search(done));
    for (int round = 1; round <= 3; round++) {
      FewPhotos.index(
          photos.photos(), photos.index(), "A tiger " + round + ".", "A wolf.", "A fortress.");
      assertEquals("A tiger " + round + ".", Client.best(client.search("tiger " + round)));
    }
    done.set(true);
    List<Integer> all = statuses.get();
    assertTrue(all.stream().allMatch(status -> status == 200), all.toString());
  }

  private List<Integer> search(AtomicBoolean done) {
    List<Integer> statuses = new ArrayList<>();
    try (Client other = Client.of(photos.address())) {
      while (!done.get()) {
        statuses.add(other.search("an animal").statusCode());
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return statuses;
  }
}
