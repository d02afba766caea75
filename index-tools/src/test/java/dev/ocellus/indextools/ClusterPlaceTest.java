package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code index --to} says of a place that takes no photos, and how it is let in. */
@Timeout(120)
class ClusterPlaceTest {

  @TempDir Path temp;
  private ClusterServer cluster;
  private Path photos;

  @BeforeEach
  void start() throws IOException {
    cluster = new ClusterServer();
    photos = TestPhotos.copy(2, temp.resolve("photos"));
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  private Cli.Result indexTo(String url, Object... more) {
    var all = new ArrayList<Object>();
    all.addAll(List.of("index", "--json", "--photos", photos, "--to", url));
    all.addAll(List.of("--model", TestPhotos.TINY_CLIP));
    all.addAll(List.of(more));
    return Cli.run(all.toArray());
  }

  @Test
  void aWrongAddressIsToldFromARightOne() {
    String like = " is no index of a cluster, such as http://localhost:9200/ocellus-photos: ";
    indexTo("localhost:9200/photos")
        .assertFails(
            2, "localhost:9200/photos" + like + "it begins with neither http:// nor https://");
    indexTo("http://localhost:9200")
        .assertFails(2, "http://localhost:9200" + like + "it names no index");
    indexTo("http://localhost:9200/Photos")
        .assertFails(2, "http://localhost:9200/Photos" + like + "'Photos' is no name of an index");
    indexTo("http://me:secret@localhost:9200/photos")
        .assertFails(
            2, "http://me:secret@localhost:9200/photos" + like + "a login goes into --user");
    indexTo("http://localhost:9200/photos?refresh")
        .assertFails(
            2, "http://localhost:9200/photos?refresh" + like + "nothing follows the index");
  }

  @Test
  void thereMustBeOnePlace() {
    Cli.run("index", "--photos", photos)
        .assertFails(2, "where to? give --index DIR, or --to URL for a cluster");
    indexTo(cluster.index(), "--index", temp.resolve("i"))
        .assertFails(2, "--index and --to exclude each other");
    indexTo(cluster.index(), "--watch")
        .assertFails(2, "--watch goes with --index; run index --to again instead");
    Cli.run("index", "--photos", photos, "--index", temp.resolve("i"), "--user", "me:secret")
        .assertFails(2, "--user goes with --to URL");
  }

  @Test
  void noServer() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    indexTo("http://localhost:" + port + "/photos")
        .assertFails(1, "no server at http://localhost:" + port + " (connection refused)");
    indexTo("http://no-such-host.invalid/photos")
        .assertFails(1, "no host no-such-host.invalid, or no network");
  }

  @Test
  void noOpenSearch() {
    cluster.root = "<html>Welcome</html>";
    indexTo(cluster.index())
        .assertFails(
            2,
            cluster.url()
                + " is no OpenSearch (it answers GET / by HTTP status 200 and no version)");
    cluster.root = "{\"version\": {\"number\": \"9.1.0\", \"build_flavor\": \"default\"}}";
    indexTo(cluster.index())
        .assertFails(
            2, cluster.url() + " is no OpenSearch (it says that it is version 9.1.0 of default)");
  }

  @Test
  void noPlugin() {
    cluster.nodes =
        "{\"nodes\": {\"a\": {\"name\": \"n1\", \"plugins\": [{\"name\": \"ocellus\"}]},"
            + " \"b\": {\"name\": \"n2\", \"plugins\": []}}}";
    String how = "; install it on every node (bin/opensearch-plugin install) and restart them";
    indexTo(cluster.index())
        .assertFails(
            2, cluster.url() + ": Ocellus's plugin is not installed on the nodes n2" + how);
    cluster.nodes = "{\"nodes\": {\"a\": {\"name\": \"n1\"}}}";
    indexTo(cluster.index())
        .assertFails(2, cluster.url() + ": Ocellus's plugin is not installed on any node" + how);
  }

  @Test
  void anotherEncodersIndex() {
    assertEquals(0, indexTo(cluster.index()).status());
    Cli.run(
            "index",
            "--photos",
            photos,
            "--to",
            cluster.index(),
            "--model",
            "ocellus/lite2-minilm-v3")
        .assertFails(
            2,
            cluster.index()
                + " has vectors of ocellus/tiny-clip (16 dimensions), not of"
                + " ocellus/lite2-minilm-v3 (896); index into another one");
    // Made otherwise than by ocellus index: the mapping and the photos tell.
    cluster.mapping.remove("_meta");
    Cli.run("index", "--photos", photos, "--to", cluster.index())
        .assertFails(
            2,
            cluster.index()
                + " has vectors of ocellus/tiny-clip ("
                + cluster.documents.keySet().iterator().next()
                + "), not of ocellus/lite2-minilm-v3; index into another one");
    cluster.documents.clear();
    Cli.run("index", "--photos", photos, "--to", cluster.index())
        .assertFails(
            2,
            cluster.index()
                + " takes vectors of ocellus/tiny-clip (image_vector: 16 dimensions), not of"
                + " ocellus/lite2-minilm-v3 (896); index into another one");
  }

  @Test
  void captionsAreReadInOneLanguage() {
    assertEquals(0, indexTo(cluster.index(), "--language", "auto").status());
    JsonNode caption = cluster.mapping.at("/properties/caption");
    assertEquals("ocellus_auto", caption.get("analyzer").asText());
    assertEquals("ocellus_auto_search", caption.get("search_analyzer").asText());
    assertEquals(0, indexTo(cluster.index()).status());
    cluster.mapping.remove("_meta");
    indexTo(cluster.index(), "--language", "de")
        .assertFails(
            2,
            cluster.index()
                + " reads captions by analyzer ocellus_auto, not in language de (ocellus_german);"
                + " use that language, or another index");
  }

  @Test
  void anIndexOfOtherThings() {
    cluster.mapping = new JsonMapper().createObjectNode();
    indexTo(cluster.index())
        .assertFails(
            2,
            cluster.index()
                + " is no index of photos: it has no field image_vector of type ocellus_vector; use"
                + " another index, or one that is not there yet");
  }

  @Test
  void anotherFoldersIndexIsNotEmptied() throws IOException {
    assertEquals(0, indexTo(cluster.index()).status());
    Path others = Files.createDirectories(temp.resolve("others"));
    Files.copy(TestPhotos.photos().get(9), others.resolve("other.jpg"));
    Path moved = Files.move(photos, temp.resolve("moved"));
    String before = photos.toString();
    photos = others;
    indexTo(cluster.index())
        .assertFails(
            2,
            "%s holds 2 photos of %s, none of which is in %s: they would all be removed; use another index, or delete them first"
                .formatted(cluster.index(), before, others));
    photos = moved;
    assertEquals(2, indexTo(cluster.index()).json().get("unchanged").asInt());
  }

  @Test
  void aLoginAndATokenAreSent() {
    indexTo(cluster.index(), "--user", "me:secret");
    assertEquals(
        List.of("Basic bWU6c2VjcmV0"), cluster.authorizations().stream().distinct().toList());
    cluster.authorizations().clear();
    indexTo(cluster.index(), "--bearer", "abc");
    assertEquals(List.of("Bearer abc"), cluster.authorizations().stream().distinct().toList());
    indexTo(cluster.index(), "--user", "me")
        .assertFails(2, "a login is NAME:PASSWORD, with a colon between");
  }

  @Test
  void byTlsTheAuthorityMustBeTrusted() throws Exception {
    Path store = temp.resolve("keys.p12");
    Path certificate = temp.resolve("ca.pem");
    keytool(
        "-genkeypair",
        "-alias",
        "k",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost",
        "-storetype",
        "PKCS12",
        "-storepass",
        "secret",
        "-keystore",
        store);
    keytool(
        "-exportcert",
        "-alias",
        "k",
        "-rfc",
        "-file",
        certificate,
        "-storepass",
        "secret",
        "-keystore",
        store);
    try (ClusterServer secure = ClusterServer.secure(context(store))) {
      var untrusted = indexTo(secure.index());
      assertEquals(1, untrusted.status());
      assertEquals(1, untrusted.err().lines().count(), untrusted.err());
      assertTrue(untrusted.err().contains("--ca FILE"), untrusted.err());
      var trusted = indexTo(secure.index(), "--ca", certificate);
      assertEquals(2, trusted.json().get("photos").asInt());
    }
    Path none = Files.writeString(temp.resolve("none.pem"), "");
    indexTo(cluster.index(), "--ca", none)
        .assertFails(2, none + " holds no certificate; PEM or DER is needed");
  }

  private static SSLContext context(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "secret".toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "secret".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(Object... arguments) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), output);
  }
}
