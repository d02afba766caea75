package dev.ocellus.indextools.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ocellus.fusion.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query of the demonstration.
 *
 * @param query the text searched for
 * @param kind what the query shows off
 * @param image the photo that must be found, null where none must or nothing is expected
 * @param why what makes the query telling
 */
public record DemoQuery(String query, Kind kind, @Nullable String image, String why) {

  /** What a query shows off. */
  public enum Kind {
    /** Its photo has no caption with its words: only the pixels can find it. */
    @JsonProperty("pixels")
    PIXELS("Found by its pixels"),
    /** It inflects the words of its photo's caption. */
    @JsonProperty("inflection")
    INFLECTION("Found by other forms of its words"),
    /** No photo fits, and none may be given as if it did. */
    @JsonProperty("nothing")
    NOTHING("Nothing to be found"),
    /** A query of the user's own; nothing is expected of it. */
    @JsonProperty("own")
    OWN("Your query");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /** What the query shows off, as a title. */
    public String title() {
      return title;
    }
  }

  /** A query of the user's own. */
  public static DemoQuery own(String query) {
    return new DemoQuery(query, Kind.OWN, null, "");
  }

  /**
   * Reads queries from a JSON array of objects with this record's components.
   *
   * @throws DataException if the file is not that
   */
  public static List<DemoQuery> read(Path file) throws IOException {
    try {
      return new JsonMapper().readValue(Files.readAllBytes(file), new TypeReference<>() {});
    } catch (JacksonException e) {
      throw new DataException(file + ": no list of demo queries: " + e.getOriginalMessage(), e);
    }
  }
}
