package dev.ocellus.opensearch.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.lucene.text.WordWeight;
import dev.ocellus.opensearch.encode.TextToEncode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensearch.common.io.stream.BytesStreamOutput;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.xcontent.json.JsonXContent;
import org.opensearch.core.common.io.stream.NamedWriteableAwareStreamInput;
import org.opensearch.core.common.io.stream.NamedWriteableRegistry;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.xcontent.DeprecationHandler;
import org.opensearch.core.xcontent.NamedXContentRegistry;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.index.query.QueryBuilder;
import org.opensearch.index.query.TermQueryBuilder;
import org.opensearch.plugins.SearchPlugin;
import org.opensearch.search.SearchModule;

/** The query as JSON and between nodes. */
class OcellusQueryBuilderTest {

  private static final QueryServices SERVICES = new QueryServices();

  private static final SearchModule MODULE =
      new SearchModule(
          Settings.EMPTY,
          List.of(
              new SearchPlugin() {
                @Override
                public List<QuerySpec<?>> getQueries() {
                  return OcellusQueryBuilder.specs(SERVICES);
                }
              }));

  private static final String FULL =
      """
      {"ocellus": {"query": "two dogs -people", "field": "vector", "window": 50, "min_score": 0.5,
        "model": "a/b", "signal": "image", "syntax": "strict", "image": {"id": "x.jpg"},
        "image_weight": 0.25, "ignore_unmapped": true,
        "filter": {"term": {"tag": {"value": "sea", "boost": 1.0}}}, "boost": 2.0, "_name": "n"}}""";

  private static QueryBuilder parse(String json) throws IOException {
    try (XContentParser parser =
        JsonXContent.jsonXContent.createParser(
            new NamedXContentRegistry(MODULE.getNamedXContents()),
            DeprecationHandler.THROW_UNSUPPORTED_OPERATION,
            json)) {
      return org.opensearch.index.query.AbstractQueryBuilder.parseInnerQueryBuilder(parser);
    }
  }

  @Test
  void isReadAsItWasWrittenInJson() throws IOException {
    OcellusQueryBuilder query = (OcellusQueryBuilder) parse(FULL);
    assertEquals("two dogs -people", query.request().text());
    assertEquals(50, query.request().window());
    assertEquals(2, query.boost());
    assertEquals("n", query.queryName());
    assertEquals(query, parse(query.toString()));
    assertEquals(query.hashCode(), parse(query.toString()).hashCode());
    QueryBuilder photo = parse("{\"ocellus\": {\"image\": \"aGVsbG8=\"}}");
    assertEquals(photo, parse(photo.toString()));
    assertNotEquals(query, photo);
  }

  @Test
  void isReadAsItWasWrittenBetweenNodes() throws IOException {
    for (QueryBuilder query :
        List.of(parse(FULL), parse("{\"ocellus\": {\"image\": \"aGVsbG8=\"}}"))) {
      BytesStreamOutput out = new BytesStreamOutput();
      out.writeNamedWriteable(query);
      assertEquals(query, in(out).readNamedWriteable(QueryBuilder.class));
    }
  }

  @Test
  void whatWasPreparedTravelsExactly() throws IOException {
    float[] vector = {.6f, .8f};
    ModelVectors vectors =
        new ModelVectors(
            Map.of(
                new TextToEncode("a dog", "en", List.of(new WordWeight(2, 5, 3))),
                EncodedText.of(vector)),
            vector,
            null,
            Map.of("x.jpg", vector));
    PreparedQuery prepared =
        new PreparedQuery(
            List.of("caption", "tag"),
            true,
            Map.of("a/b", vectors),
            Map.of("photos", new TermQueryBuilder("tag", "sea")));
    BytesStreamOutput out = new BytesStreamOutput();
    prepared.writeTo(out);
    assertEquals(prepared, new PreparedQuery(in(out)));
  }

  private static StreamInput in(BytesStreamOutput out) throws IOException {
    return new NamedWriteableAwareStreamInput(
        out.bytes().streamInput(), new NamedWriteableRegistry(MODULE.getNamedWriteables()));
  }
}
