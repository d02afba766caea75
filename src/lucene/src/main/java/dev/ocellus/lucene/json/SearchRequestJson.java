package dev.ocellus.lucene.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.Signal;
import dev.ocellus.lucene.expand.Expander;
import dev.ocellus.lucene.page.PageRequest;
import dev.ocellus.lucene.page.PageToken;
import dev.ocellus.lucene.page.ScoreCut;
import dev.ocellus.lucene.page.SortKey;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.lucene.search.Arrangement;
import dev.ocellus.lucene.search.Details;
import dev.ocellus.lucene.search.Picture;
import dev.ocellus.lucene.search.PictureQuery;
import dev.ocellus.lucene.search.Restriction;
import dev.ocellus.lucene.search.Syntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads search requests; {@code search-request.schema.json} describes them. */
public final class SearchRequestJson {

  /** Version of the schema. */
  public static final int VERSION = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static final Set<String> KEYS =
      Set.of(
          "version",
          "query",
          "image",
          "image_weight",
          "syntax",
          "expand",
          "signal",
          "filter",
          "post_filter",
          "min_score",
          "from",
          "size",
          "after",
          "point_in_time",
          "sort",
          "collapse",
          "diversify",
          "facets",
          "highlight",
          "explain",
          "suggest",
          "fields",
          "show_marked");

  private SearchRequestJson() {}

  /**
   * Reads a request.
   *
   * @param json one JSON object
   * @param policy what may be asked for and shown, which no request decides; or null
   * @throws QueryException if it is no request of this version; the message names the key
   */
  public static SearchRequest read(String json, @Nullable ContentPolicy policy) {
    return read(tree(json), policy);
  }

  /** The same of JSON that was read already. */
  public static SearchRequest read(JsonNode json, @Nullable ContentPolicy policy) {
    RequestFields fields = new RequestFields(json, KEYS, "");
    int version = fields.integer("version", VERSION);
    if (version != VERSION) {
      throw new QueryException(
          "the request is of version %d; this program reads %d".formatted(version, VERSION));
    }
    return new SearchRequest(
        fields.text("query", ""),
        choice(fields, "syntax", Syntax.LENIENT, Syntax.values(), Syntax::key),
        picture(fields),
        choice(fields, "signal", Signal.FUSED, Signal.values(), Signal::key),
        new Restriction(
            fields.texts("filter"),
            fields.texts("post_filter"),
            policy,
            fields.flag("show_marked")),
        page(fields),
        fields.flag("point_in_time"),
        new Arrangement(fields.text("collapse"), fields.number("diversify")),
        new Details(
            fields.flag("explain"),
            fields.flag("highlight"),
            fields.flag("suggest"),
            fields.flag("fields"),
            fields.texts("facets")),
        expander(fields));
  }

  private static @Nullable Expander expander(RequestFields fields) {
    return switch (fields.text("expand", "none")) {
      case "none" -> null;
      case "wordnet" -> Expander.wordNet();
      default -> throw new QueryException("\"expand\" must be one of none, wordnet");
    };
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " (line %d, column %d)"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw new QueryException(
          "the request is not JSON%s: %s".formatted(where, e.getOriginalMessage()));
    }
  }

  private static @Nullable PictureQuery picture(RequestFields fields) {
    RequestFields image = fields.object("image", Set.of("id", "base64"));
    if (image == null) {
      return null;
    }
    String id = image.text("id");
    String base64 = image.text("base64");
    if ((id == null) == (base64 == null)) {
      throw new QueryException("\"image\" must have either \"id\" or \"base64\"");
    }
    Double weight = fields.number("image_weight");
    return new PictureQuery(
        id != null ? new Picture.Indexed(id) : new Picture.Photo(bytes(base64), "image.base64"),
        weight == null ? PictureQuery.DEFAULT_WEIGHT : weight);
  }

  private static byte[] bytes(@Nullable String base64) {
    try {
      return Base64.getDecoder().decode(base64 == null ? "" : base64);
    } catch (IllegalArgumentException e) {
      throw new QueryException("\"image.base64\" is not base64: " + e.getMessage());
    }
  }

  private static PageRequest page(RequestFields fields) {
    String after = fields.text("after");
    return new PageRequest(
        fields.integer("from", 0),
        fields.integer("size", SearchRequest.DEFAULT_TOP),
        after == null ? null : PageToken.parse(after),
        sort(fields),
        cut(fields));
  }

  private static List<SortKey> sort(RequestFields fields) {
    List<SortKey> keys = new ArrayList<>();
    for (String key : fields.texts("sort")) {
      keys.add(SortKey.parse(key));
    }
    return keys;
  }

  private static ScoreCut cut(RequestFields fields) {
    JsonNode value = fields.node("min_score");
    if (value == null) {
      return ScoreCut.NONE;
    }
    if (!value.isNumber() && !value.isTextual()) {
      throw new QueryException("\"min_score\" must be a number from 0 to 1, or \"auto\"");
    }
    return ScoreCut.parse("\"min_score\"", value.asText());
  }

  private interface Key<T> {
    String of(T value);
  }

  private static <T> T choice(
      RequestFields fields, String name, T otherwise, T[] values, Key<T> key) {
    String chosen = fields.text(name);
    if (chosen == null) {
      return otherwise;
    }
    for (T value : values) {
      if (key.of(value).equals(chosen)) {
        return value;
      }
    }
    throw new QueryException(
        "\"%s\" must be one of %s, got \"%s\""
            .formatted(
                name,
                Arrays.stream(values).map(key::of).collect(Collectors.joining(", ")),
                chosen));
  }
}
