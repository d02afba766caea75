package dev.ocellus.encode.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ocellus.encode.ModelException;
import dev.ocellus.encode.ModelId;
import dev.ocellus.encode.ModelLock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model's repository at one commit.
 *
 * @param id its name
 * @param commit the commit that the revision asked for means now; all files are taken from it
 * @param files its listing, by path
 */
record HubRepository(ModelId id, String commit, Map<String, HubFile> files) {

  private static final String COMMIT_HEADER = "X-Repo-Commit";
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern NEXT_PAGE = Pattern.compile("<([^>]*)>\\s*;\\s*rel=\"next\"");

  /**
   * Asks a hub.
   *
   * @param revision a branch, tag or commit
   * @throws ModelException if there is no such repository or revision
   */
  static HubRepository open(
      HubClient client, Patience patience, PullListener listener, ModelId id, String revision)
      throws IOException {
    HubEndpoint endpoint = client.endpoint();
    HubAnswer answer = new HubAnswer(endpoint, id, revision);
    String commit =
        patience.retry(
            endpoint.base().getHost(),
            listener,
            () -> 0,
            () -> commit(client, id, revision, answer));
    Map<String, HubFile> files = new LinkedHashMap<>();
    Optional<URI> page = Optional.of(endpoint.listing(id, commit));
    while (page.isPresent()) {
      URI current = page.get();
      page =
          patience.retry(
              endpoint.base().getHost(),
              listener,
              () -> 0,
              () -> list(client, current, answer, files));
    }
    return new HubRepository(id, commit, files);
  }

  private static String commit(HubClient client, ModelId id, String revision, HubAnswer answer)
      throws IOException {
    URI config = client.endpoint().file(id, revision, "config.json");
    HttpResponse<Void> response =
        client.send(
            "HEAD",
            config,
            Map.of(),
            COMMIT_HEADER,
            BodyHandlers.discarding(),
            HubClient.noBytes());
    if (response.statusCode() / 100 != 3) {
      answer.check(response, "config.json");
    }
    String commit = response.headers().firstValue(COMMIT_HEADER).orElse("");
    if (!COMMIT.matcher(commit).matches()) {
      throw new HubException(
          client.endpoint() + " names no commit (" + COMMIT_HEADER + "); is it a model hub?");
    }
    return commit;
  }

  /** Reads one page of the listing and returns the next one's address. */
  private static Optional<URI> list(
      HubClient client, URI page, HubAnswer answer, Map<String, HubFile> files) throws IOException {
    HttpResponse<String> response =
        client.send(
            "GET",
            page,
            Map.of(),
            "",
            BodyHandlers.ofString(StandardCharsets.UTF_8),
            HubClient.noBytes());
    answer.check(response, "its listing");
    try {
      JsonNode entries = new ObjectMapper().readTree(response.body());
      if (!entries.isArray()) {
        throw new HubException(page + " is no listing; is it a model hub?");
      }
      for (JsonNode entry : entries) {
        if (entry.path("type").asText().equals("file")) {
          HubFile file = file(entry);
          files.put(file.path(), file);
        }
      }
    } catch (JsonProcessingException e) {
      throw new HubException(page + " is no JSON; is it a model hub?", e);
    }
    return next(client, response);
  }

  private static HubFile file(JsonNode entry) {
    String path = entry.path("path").asText();
    if (!ModelLock.isSafe(path)) {
      throw new ModelException("the hub lists the unsafe file name \"" + path + "\"; refused");
    }
    JsonNode large = entry.path("lfs");
    String sha256 = large.path("oid").asText().replaceFirst("^sha256:", "");
    long size = entry.path("size").asLong(-1);
    if (size < 0 || large.isObject() && !SHA256.matcher(sha256).matches()) {
      throw new ModelException("the hub lists " + path + " without its size or sha256");
    }
    return new HubFile(path, size, large.isObject() ? sha256 : null, entry.path("oid").asText());
  }

  private static Optional<URI> next(HubClient client, HttpResponse<?> response)
      throws HubException {
    Matcher next = NEXT_PAGE.matcher(response.headers().firstValue("Link").orElse(""));
    if (!next.find()) {
      return Optional.empty();
    }
    URI address = response.uri().resolve(next.group(1));
    if (!client.endpoint().isHere(address)) {
      throw new HubException("the listing goes on at another server, " + address + "; refused");
    }
    return Optional.of(address);
  }
}
