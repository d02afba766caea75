package dev.ocellus.encode.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.encode.ModelException;
import dev.ocellus.encode.ModelId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HubEndpointTest {

  @Test
  void optionGoesBeforeEnvironmentBeforeThePublicHub() {
    Map<String, String> environment = Map.of("HF_ENDPOINT", "https://mirror.example/hf/");
    assertEquals(
        "http://localhost:8080", HubEndpoint.of("http://localhost:8080/", environment).toString());
    assertEquals("https://mirror.example/hf", HubEndpoint.of(null, environment).toString());
    assertEquals("https://huggingface.co", HubEndpoint.of(null, Map.of()).toString());
    assertEquals(
        "https://huggingface.co", HubEndpoint.of(null, Map.of("HF_ENDPOINT", "")).toString());
  }

  @Test
  void whatIsNoAddressIsNamed() {
    for (String address : List.of("", "mirror", "ftp://mirror.example", "https://", "http://a b")) {
      String message =
          String.valueOf(
              assertThrows(ModelException.class, () -> HubEndpoint.of(address, Map.of()))
                  .getMessage());
      assertTrue(message.contains("is no hub's address"), message);
    }
  }

  @Test
  void addressesKeepAMirrorsPathAndEscapeTheRest() {
    HubEndpoint mirror = HubEndpoint.of("https://mirror.example/hf", Map.of());
    assertEquals(
        "https://mirror.example/hf/a/b/resolve/refs%2Fpr%2F1/onnx/text%20model.onnx",
        mirror.file(ModelId.of("a/b"), "refs/pr/1", "onnx/text model.onnx").toString());
    assertEquals(
        "https://mirror.example/hf/api/models/a/b/tree/main?recursive=true",
        mirror.listing(ModelId.of("a/b"), "main").toString());
  }

  @Test
  void tokenGoesToTheHubAloneAndNotReadably() {
    Map<String, String> environment = Map.of("HF_TOKEN", " secret ");
    HubEndpoint hub = HubEndpoint.of("https://hub.example", environment);
    assertEquals("secret", hub.tokenFor(URI.create("https://hub.example/a")));
    assertNull(hub.tokenFor(URI.create("https://cdn.hub.example/a")));
    assertNull(hub.tokenFor(URI.create("https://hub.example:8443/a")));
    assertNull(hub.tokenFor(URI.create("http://hub.example/a")));
    HubEndpoint plain = HubEndpoint.of("http://hub.example", environment);
    assertNull(plain.tokenFor(URI.create("http://hub.example/a")));
    HubEndpoint here = HubEndpoint.of("http://localhost:1", environment);
    assertEquals("secret", here.tokenFor(URI.create("http://localhost:1/a")));
  }

  @Test
  void redirectsMayNotLeaveEncryption() throws HubException {
    URI hub = URI.create("https://hub.example/a/b/resolve/main/config.json");
    assertEquals("https://hub.example/x", HubClient.target(hub, "/x").toString());
    assertEquals(
        "https://cdn.example/x", HubClient.target(hub, "https://cdn.example/x").toString());
    assertEquals(
        "hub.example redirects from https to http (cdn.example); refused",
        assertThrows(HubException.class, () -> HubClient.target(hub, "http://cdn.example/x"))
            .getMessage());
    assertThrows(HubException.class, () -> HubClient.target(hub, "file:///etc/passwd"));
    assertThrows(HubException.class, () -> HubClient.target(hub, "http://a b"));
  }
}
