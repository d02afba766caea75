package dev.ocellus.lucene.policy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ocellus.fusion.DataException;
import dev.ocellus.lucene.IndexException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Reads policy files.
 *
 * <pre>{@code
 * {"format": "ocellus-policy", "version": 1, "name": "default", "language": "en",
 *  "lists": {"animal": ["elephant", "goat"]},
 *  "categories": [
 *    {"name": "children", "action": "block", "disclaimer": "...",
 *     "lemmas": ["child"], "forms": ["minors"], "phrases": ["little one"]},
 *    {"name": "animals", "action": "allow", "phrases": ["baby <animal>"]}]}
 * }</pre>
 */
final class PolicyFileReader {

  private static final String BUNDLED = "content-policy.json";
  private static final String WANTED = "a policy is JSON, see docs/content-policy.md";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private PolicyFileReader() {}

  static PolicyFile bundled() {
    try (InputStream in = PolicyFileReader.class.getResourceAsStream(BUNDLED)) {
      if (in == null) {
        throw new IllegalStateException(BUNDLED + " is missing from the class path");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), BUNDLED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PolicyFile read(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new DataException(path + ": a folder; " + WANTED);
    }
    try {
      return parse(Files.readString(path), path.toString());
    } catch (NoSuchFileException e) {
      throw new DataException(path + ": no such file; " + WANTED, e);
    } catch (MalformedInputException e) {
      throw new DataException(path + ": the text is not UTF-8", e);
    }
  }

  static PolicyFile parse(String text, String source) {
    try {
      JsonNode root = JSON.readTree(text);
      String json = root.toString();
      return new PolicyFileParser(root).parse(hash(json), json);
    } catch (JacksonException e) {
      String where = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
      throw new DataException(source + where + ": not JSON: " + e.getOriginalMessage(), e);
    } catch (DataException e) {
      throw new DataException(source + ": " + e.getMessage(), e);
    }
  }

  /** Compiles the rules; what is wrong with one is named with the file. */
  static ContentPolicy compile(PolicyFile file, String source) {
    try {
      return new ContentPolicy(file);
    } catch (DataException | IndexException e) {
      throw new DataException(source + ": " + e.getMessage(), e);
    }
  }

  private static String hash(String json) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
