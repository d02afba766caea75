package dev.ocellus.encode.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.InstalledModels;
import dev.ocellus.encode.ModelCheck;
import dev.ocellus.encode.ModelException;
import dev.ocellus.encode.ModelFiles;
import dev.ocellus.encode.ModelId;
import dev.ocellus.encode.ModelLock;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.encode.OnnxEncoder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Models are pulled from a real HTTP server that speaks the hub's protocol. */
@Timeout(60)
class ModelPullTest {

  private static final ModelId TINY = ModelId.of("acme/tiny");
  private static final String TEXT = "onnx/text_model.onnx";
  private static final String VISION = "onnx/vision_model.onnx";
  private static final Patience QUICK =
      new Patience(3, Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofMillis(1500));

  @TempDir private Path temp = Path.of("");
  private InstalledModels store = new InstalledModels(temp);
  private TestHub hub = new TestHub(tinyModel());
  private final Listener listener = new Listener();

  @BeforeEach
  void openStore() {
    store = new InstalledModels(temp.resolve("store"));
  }

  @AfterEach
  void stopHub() {
    hub.close();
  }

  private static Path tinyModel() {
    try {
      return Path.of(
              Objects.requireNonNull(ModelStore.class.getResource("tiny-clip/config.json")).toURI())
          .resolveSibling("");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Hears a pull, and stops it once so many bytes came. */
  private static final class Listener implements PullListener {
    final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    volatile long total;
    volatile long done;
    volatile long stopAt = Long.MAX_VALUE;

    @Override
    public void started(long bytes) {
      total = bytes;
    }

    @Override
    public void advanced(long bytes) {
      done = bytes;
    }

    @Override
    public void note(String line) {
      notes.add(line);
    }

    @Override
    public boolean cancelled() {
      return done >= stopAt;
    }
  }

  private ModelPull.Result pull() throws IOException {
    return pull(null, null, Map.of());
  }

  private ModelPull.Result pull(String revision, String variant, Map<String, String> environment)
      throws IOException {
    HubEndpoint endpoint = HubEndpoint.of(hub.endpoint(), environment);
    return new ModelPull(endpoint, store, QUICK).run(TINY, revision, variant, listener);
  }

  private String refusal() {
    return message(ModelException.class);
  }

  private String message(Class<? extends Exception> type) {
    String message = String.valueOf(assertThrows(type, this::pull).getMessage());
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  private void assertNothingLeft() throws IOException {
    assertEquals(List.of(), store.list());
    assertEquals(List.of(), store.partial());
    try (Stream<Path> files = Files.walk(store.root())) {
      assertEquals(
          List.of("tiny.lock"),
          files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList());
    }
  }

  private void assertInstalled() throws IOException {
    for (Map.Entry<String, byte[]> file : hub.files.entrySet()) {
      Path installed = store.root().resolve("acme/tiny").resolve(file.getKey());
      if (!file.getKey().equals("onnx/model.onnx")) {
        assertArrayEquals(file.getValue(), Files.readAllBytes(installed), file.getKey());
      }
    }
    assertEquals(List.of(), store.partial());
  }

  @Test
  void pulledModelEncodesAsItsFolderDoes() throws IOException {
    ModelPull.Result result = pull();
    assertEquals(ModelPull.Status.PULLED, result.status());
    assertInstalled();
    assertEquals(listener.total, listener.done);
    assertEquals(
        List.of(), hub.requestsFor("onnx/model.onnx"), "the graph of both towers is not needed");
    try (Encoder pulled = new ModelStore(store).open("acme/tiny", 1);
        Encoder original = OnnxEncoder.open(ModelFiles.folder(tinyModel()), 1)) {
      assertTrue(pulled.modelId().matches("acme/tiny@[0-9a-f]{12}"), pulled.modelId());
      assertArrayEquals(original.encodeText("two dogs"), pulled.encodeText("two dogs"));
    }
  }

  @Test
  void lockSaysWhereEveryFileCameFrom() throws IOException {
    ModelLock lock = Objects.requireNonNull(pull().model()).lock();
    assertEquals(new ModelLock.Origin(hub.endpoint(), "acme/tiny", TestHub.COMMIT), lock.origin());
    assertEquals("fp32", lock.variant());
    for (ModelLock.LockedFile file : lock.files()) {
      assertEquals(TestHub.sha256(hub.content(file.name())), file.sha256(), file.name());
    }
    assertEquals(6, lock.files().size());
    assertTrue(ModelCheck.of(store.find(TINY).orElseThrow().files()).intact());
  }

  @Test
  void installedModelIsNotAskedForAgain() throws IOException {
    pull();
    hub.close();
    assertEquals(ModelPull.Status.PRESENT, pull().status());
    assertEquals(
        ModelPull.Status.PRESENT, pull(TestHub.COMMIT.substring(0, 8), "fp32", Map.of()).status());
    String other =
        String.valueOf(
            assertThrows(ModelException.class, () -> pull("v2", null, Map.of())).getMessage());
    assertEquals(
        "acme/tiny is installed at revision "
            + TestHub.COMMIT
            + ", variant fp32; remove it first with: ocellus models remove acme/tiny",
        other);
    assertThrows(ModelException.class, () -> pull(null, "fp16", Map.of()));
  }

  @Test
  void cutConnectionIsResumedWhereItWasCut() throws IOException {
    hub.fault(TEXT, TestHub.cutAfter(100_000));
    hub.fault(VISION, TestHub.cutAfter(0));
    assertEquals(ModelPull.Status.PULLED, pull().status());
    assertInstalled();
    List<TestHub.Request> requests = hub.requestsFor(TEXT);
    assertEquals(2, requests.size());
    long from = resumedFrom(requests.get(1));
    assertTrue(from > 0 && from <= 100_000, requests.toString());
    assertEquals(hub.content(TEXT).length - from, requests.get(1).bytesSent());
    assertTrue(
        listener.notes.getFirst().startsWith("127.0.0.1, onnx/text_model.onnx: "),
        listener.notes.toString());
  }

  @Test
  void stoppedPullIsInvisibleAndGoesOnFromThere() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    hub.fault(
        VISION,
        (exchange, content) -> {
          exchange.getResponseHeaders().add("ETag", "\"" + content.length + "\"");
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content, 0, 70_000);
          exchange.getResponseBody().flush();
          await(over);
          return 70_000;
        });
    listener.stopAt = total() - hub.content(VISION).length + 60_000;
    ModelPull.Result stopped = pull();
    over.countDown();
    assertEquals(ModelPull.Status.STOPPED, stopped.status());
    assertEquals(List.of(), store.list());
    assertEquals(List.of(TINY), store.partial());
    assertTrue(store.partialBytes(TINY) > 60_000);

    hub.requests.clear();
    listener.stopAt = Long.MAX_VALUE;
    assertEquals(ModelPull.Status.PULLED, pull().status());
    assertInstalled();
    assertEquals(List.of(), hub.requestsFor(TEXT), "complete files are kept");
    TestHub.Request rest = hub.requestsFor(VISION).getLast();
    assertTrue(resumedFrom(rest) >= 60_000, rest.toString());
    assertEquals(hub.content(VISION).length - resumedFrom(rest), rest.bytesSent());
  }

  private long total() {
    return hub.files.entrySet().stream()
        .filter(file -> !file.getKey().equals("onnx/model.onnx"))
        .mapToLong(file -> file.getValue().length)
        .sum();
  }

  private static long resumedFrom(TestHub.Request request) {
    assertTrue(request.range().matches("bytes=[0-9]+-"), request.toString());
    return Long.parseLong(request.range().replaceAll("[^0-9]", ""));
  }

  @Test
  void serverWithoutRangesSendsTheFileAnew() throws IOException {
    hub.storageKnowsRanges = false;
    hub.fault(TEXT, TestHub.cutAfter(100_000));
    assertEquals(ModelPull.Status.PULLED, pull().status());
    assertInstalled();
    assertEquals(hub.content(TEXT).length, hub.requestsFor(TEXT).get(1).bytesSent());
  }

  @Test
  void wrongFirstBytesOfAnEarlierRunAreDropped() throws IOException {
    Path part = store.stage(TINY, TestHub.COMMIT + "-fp32").resolve(TEXT + ".part");
    Files.createDirectories(part.getParent());
    Files.write(part, new byte[1000]);
    assertEquals(ModelPull.Status.PULLED, pull().status());
    assertInstalled();
    assertEquals(2, hub.requestsFor(TEXT).size());
  }

  @Test
  void corruptContentLeavesNothingBehind() throws IOException {
    for (String file : List.of(TEXT, "tokenizer.json")) {
      hub.fault(file, TestHub.corrupt());
      String message = message(IntegrityException.class);
      assertTrue(
          message.startsWith(file + " from " + hub.endpoint() + " is not what the hub's listing"),
          message);
      assertNothingLeft();
    }
  }

  @Test
  void wrongSizeLeavesNothingBehind() throws IOException {
    hub.announceAsItIs(TEXT);
    String size = "%,d".formatted(hub.content(TEXT).length);
    byte[] longer = Arrays.copyOf(hub.content(TEXT), hub.content(TEXT).length + 1);
    hub.files.put(TEXT, longer);
    assertTrue(
        message(IntegrityException.class).contains("not the " + size + " of the hub's listing"));
    assertNothingLeft();

    hub.fault(
        TEXT,
        (exchange, content) -> {
          exchange.sendResponseHeaders(200, 0); // chunked: no length is stated
          exchange.getResponseBody().write(content);
          exchange.getResponseBody().close();
          return content.length;
        });
    assertTrue(
        message(IntegrityException.class).contains("sends more than the " + size + " bytes"));
    assertNothingLeft();
  }

  @Test
  void busyHubIsAskedAgain() throws IOException {
    hub.fault("config.json", TestHub.status(503));
    hub.fault(TEXT, TestHub.status(429, "Retry-After", "0"));
    hub.fault(TEXT, TestHub.status(500));
    assertEquals(ModelPull.Status.PULLED, pull().status());
    assertInstalled();
    assertEquals(3, listener.notes.size(), listener.notes.toString());
    assertTrue(listener.notes.get(0).startsWith("127.0.0.1: answered 503; trying again in 0.0"));
    assertTrue(listener.notes.get(1).endsWith("answered 429; trying again in 0.0 s"));
  }

  @Test
  void hubThatStaysBusyEndsThePullWithWhatCameKept() throws IOException {
    for (int i = 0; i < 3; i++) {
      hub.fault(VISION, TestHub.status(503));
    }
    assertEquals(
        "127.0.0.1, onnx/vision_model.onnx: answered 503, 3 times in a row; what was downloaded is"
            + " kept for another run",
        message(HubException.class));
    hub.requests.clear();
    assertEquals(ModelPull.Status.PULLED, pull().status());
    assertEquals(List.of(), hub.requestsFor(TEXT));
  }

  @Test
  void silentServerIsLeftAndAskedAgain() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    hub.fault(
        TEXT,
        (exchange, content) -> {
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content, 0, 5000);
          exchange.getResponseBody().flush();
          await(over);
          return 5000;
        });
    assertEquals(ModelPull.Status.PULLED, pull().status());
    over.countDown();
    assertInstalled();
    assertTrue(listener.notes.getFirst().contains("no byte for 1.5 s"), listener.notes.toString());
    assertTrue(
        hub.requestsFor(TEXT).stream().anyMatch(request -> request.range().equals("bytes=5000-")));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void unknownAndPrivateModelsAreNamedWithAdvice() throws IOException {
    HubEndpoint endpoint = HubEndpoint.of(hub.endpoint(), Map.of());
    ModelPull pull = new ModelPull(endpoint, store, QUICK);
    assertEquals(
        hub.endpoint()
            + " has no public model acme/none; check the name, or set HF_TOKEN if it is private",
        assertThrows(
                ModelException.class,
                () -> pull.run(ModelId.of("acme/none"), null, null, PullListener.NONE))
            .getMessage());
    assertEquals(
        hub.endpoint() + " has no model acme/tiny with config.json at revision v9; check the name",
        assertThrows(ModelException.class, () -> pull("v9", null, Map.of())).getMessage());
    hub.fault("config.json", TestHub.status(404, "X-Error-Code", "RevisionNotFound"));
    assertEquals("acme/tiny has no revision \"main\" at " + hub.endpoint(), refusal());
    hub.fault("config.json", TestHub.status(403, "X-Error-Code", "GatedRepo"));
    assertTrue(refusal().startsWith("acme/tiny is gated: accept its terms at " + hub.endpoint()));
    assertTrue(
        String.valueOf(
                assertThrows(
                        ModelException.class,
                        () -> pull.run(ModelId.of("ocellus/x"), null, null, PullListener.NONE))
                    .getMessage())
            .contains("is for bundled models"));
  }

  @Test
  void serverThatIsNoHubIsSaidToBeNone() throws IOException {
    hub.fault(
        "config.json",
        (exchange, content) -> {
          exchange.getResponseHeaders().remove("X-Repo-Commit");
          return TestHub.status(200).answer(exchange, content);
        });
    assertTrue(message(HubException.class).endsWith("is it a model hub?"));
  }

  @Test
  void tokenIsForTheHubAlone() throws IOException {
    pull(null, null, Map.of("HF_TOKEN", "secret"));
    assertInstalled();
    for (TestHub.Request request : hub.requests) {
      assertEquals(
          request.path().startsWith("/storage/") ? "" : "Bearer secret",
          request.authorization(),
          request.path());
    }
    assertEquals(2, hub.requests.stream().filter(r -> r.path().startsWith("/storage/")).count());
  }

  @Test
  void listingMayComeInPages() throws IOException {
    hub.pages = true;
    assertEquals(ModelPull.Status.PULLED, pull().status());
    assertInstalled();
  }

  @Test
  void unsafeNamesInAListingAreRefused() throws IOException {
    for (String path :
        List.of("../evil", "onnx/../../evil", "/etc/evil", "onnx\\\\evil", "C:/evil", "a//b", "")) {
      hub.listed.clear();
      hub.listed.add(
          "{\"type\": \"file\", \"oid\": \"0\", \"size\": 1, \"path\": \"" + path + "\"}");
      assertTrue(refusal().startsWith("the hub lists the unsafe file name \""), path);
    }
    assertNothingLeft();
  }

  @Test
  void modelThatCannotFitOnTheDiskIsNotBegun() throws IOException {
    hub.listed.add(
        """
        {"type": "file", "oid": "0", "size": %1$d, "path": "onnx/text_model.onnx_data",
         "lfs": {"oid": "%2$s", "size": %1$d}}
        """
            .formatted(Long.MAX_VALUE / 2, "0".repeat(64)));
    String message = refusal();
    assertTrue(
        message.matches("acme/tiny needs [0-9,]+ MB more on the disk of .* MB free"), message);
    assertEquals(List.of(), hub.requestsFor("config.json"));
  }

  @Test
  void oneVariantIsTakenAndItsDataFilesWithIt() throws IOException {
    hub.files.put("onnx/text_model_fp16.onnx", hub.files.remove(TEXT));
    hub.files.put("onnx/vision_model_fp16.onnx", hub.content(VISION));
    hub.files.put("onnx/vision_model_fp16.onnx_data", new byte[] {1, 2, 3});
    hub.files.put("onnx/text_model_q4.onnx", new byte[1]);
    assertEquals("acme/tiny has no variant fp32; it has: --variant fp16", refusal());
    ModelPull.Result result = pull(null, "fp16", Map.of());
    ModelLock lock = Objects.requireNonNull(result.model()).lock();
    assertEquals(
        Set.of(
            "onnx/text_model_fp16.onnx",
            "onnx/vision_model_fp16.onnx",
            "onnx/vision_model_fp16.onnx_data"),
        Set.copyOf(
            lock.files().stream()
                .map(ModelLock.LockedFile::name)
                .filter(name -> name.startsWith("onnx/"))
                .toList()));
    try (Encoder encoder = new ModelStore(store).open("acme/tiny", 1)) {
      assertEquals(16, encoder.encodeText("two dogs").length);
    }
  }

  @Test
  void repositoryOfAnotherLayoutIsRefusedBeforeAnythingIsDownloaded() throws IOException {
    hub.files.remove(VISION);
    assertEquals(
        "acme/tiny has no separate text and vision graphs in onnx/, so it cannot be used",
        refusal());
    hub.files.remove("tokenizer.json");
    assertEquals("acme/tiny has no tokenizer.json, so it is no encoder in ONNX layout", refusal());
    assertEquals(List.of(), hub.requestsFor("config.json"));
  }

  @Test
  void unusableConfigurationIsFoundBeforeTheLargeFilesCome() throws IOException {
    hub.files.put("config.json", "{}".getBytes(StandardCharsets.UTF_8));
    String message = refusal();
    assertTrue(message.startsWith("acme/tiny cannot be used: config.json: "), message);
    assertEquals(List.of(), hub.requestsFor(TEXT));
    assertNothingLeft();
  }

  @Test
  void concurrentPullsDownloadOnce() throws Exception {
    CountDownLatch secondWaits = new CountDownLatch(1);
    hub.fault(
        TEXT,
        (exchange, content) -> {
          await(secondWaits);
          return TestHub.send(exchange, 200, content, 0);
        });
    PullListener second =
        new PullListener() {
          @Override
          public void note(String line) {
            assertEquals("waiting for another process that pulls acme/tiny", line);
            secondWaits.countDown();
          }
        };
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Callable<ModelPull.Status>> pulls = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        HubEndpoint endpoint = HubEndpoint.of(hub.endpoint(), Map.of());
        pulls.add(
            () -> new ModelPull(endpoint, store, QUICK).run(TINY, null, null, second).status());
      }
      List<ModelPull.Status> ends = new ArrayList<>();
      for (Future<ModelPull.Status> pull : threads.invokeAll(pulls)) {
        ends.add(pull.get());
      }
      Collections.sort(ends);
      assertEquals(List.of(ModelPull.Status.PULLED, ModelPull.Status.PRESENT), ends);
    }
    assertEquals(1, hub.requestsFor(TEXT).size());
    assertInstalled();
  }

  @Test
  void storeThatCannotBeWrittenIsTheDisksFault() throws IOException {
    Files.writeString(store.root(), "a file where the store should be");
    IOException e = assertThrows(IOException.class, this::pull);
    assertFalse(e instanceof HubException, e.toString());
    assertNotNull(e.getMessage());
  }

  @Test
  void deadHubIsSaidToBeUnreachable() {
    String endpoint = hub.endpoint();
    hub.close();
    String message = message(HubException.class);
    assertEquals(
        "127.0.0.1: cannot connect, 3 times in a row; what was downloaded is kept for another run",
        message,
        endpoint);
    assertFalse(Files.exists(store.root().resolve("acme")));
  }
}
