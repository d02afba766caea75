package dev.ocellus.opensearch.query;

import java.io.IOException;
import org.opensearch.core.ParseField;
import org.opensearch.core.xcontent.ObjectParser;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.index.query.AbstractQueryBuilder;

/** The {@code ocellus} query as JSON, read and written. */
final class RequestParser {

  private static final ParseField QUERY = new ParseField("query");
  private static final ParseField FIELD = new ParseField("field");
  private static final ParseField FILTER = new ParseField("filter");
  private static final ParseField WINDOW = new ParseField("window");
  private static final ParseField MIN_SCORE = new ParseField("min_score");
  private static final ParseField MODEL = new ParseField("model");
  private static final ParseField SIGNAL = new ParseField("signal");
  private static final ParseField SYNTAX = new ParseField("syntax");
  private static final ParseField IMAGE = new ParseField("image");
  private static final ParseField IMAGE_WEIGHT = new ParseField("image_weight");
  private static final ParseField IGNORE_UNMAPPED = new ParseField("ignore_unmapped");

  private static final ObjectParser<OcellusQueryBuilder, Void> PARSER =
      new ObjectParser<>(OcellusQueryBuilder.NAME);

  static {
    PARSER.declareString((query, value) -> query.request().setText(value), QUERY);
    PARSER.declareString((query, value) -> query.request().setField(value), FIELD);
    PARSER.declareObject(
        OcellusQueryBuilder::setFilter,
        (parser, unused) -> AbstractQueryBuilder.parseInnerQueryBuilder(parser),
        FILTER);
    PARSER.declareInt((query, value) -> query.request().setWindow(value), WINDOW);
    PARSER.declareFloat((query, value) -> query.request().setMinScore(value), MIN_SCORE);
    PARSER.declareString((query, value) -> query.request().setModel(value), MODEL);
    PARSER.declareString((query, value) -> query.request().setSignal(value), SIGNAL);
    PARSER.declareString((query, value) -> query.request().setSyntax(value), SYNTAX);
    PARSER.declareField(
        (query, value) -> query.request().setPicture(value),
        (parser, unused) -> QueryPicture.parse(parser),
        IMAGE,
        ObjectParser.ValueType.OBJECT_OR_STRING);
    PARSER.declareDouble((query, value) -> query.request().setPictureWeight(value), IMAGE_WEIGHT);
    PARSER.declareBoolean(
        (query, value) -> query.request().setIgnoreUnmapped(value), IGNORE_UNMAPPED);
    PARSER.declareFloat(OcellusQueryBuilder::boost, AbstractQueryBuilder.BOOST_FIELD);
    PARSER.declareString(OcellusQueryBuilder::queryName, AbstractQueryBuilder.NAME_FIELD);
  }

  private RequestParser() {}

  static OcellusQueryBuilder parse(XContentParser parser, QueryServices services)
      throws IOException {
    return PARSER.parse(parser, new OcellusQueryBuilder(new QueryRequest(), services), null);
  }

  /** Writes the fields of a request. */
  static void write(QueryRequest request, XContentBuilder builder) throws IOException {
    builder.field(QUERY.getPreferredName(), request.text());
    builder.field(FIELD.getPreferredName(), request.field());
    builder.field(WINDOW.getPreferredName(), request.window());
    builder.field(MIN_SCORE.getPreferredName(), request.minScore());
    if (!request.model().isEmpty()) {
      builder.field(MODEL.getPreferredName(), request.model());
    }
    builder.field(SIGNAL.getPreferredName(), request.signal().key());
    builder.field(SYNTAX.getPreferredName(), request.syntax().key());
    QueryPicture picture = request.picture();
    if (picture != null) {
      builder.field(IMAGE.getPreferredName(), picture);
      builder.field(IMAGE_WEIGHT.getPreferredName(), request.pictureWeight());
    }
    builder.field(IGNORE_UNMAPPED.getPreferredName(), request.ignoreUnmapped());
  }

  static String filterName() {
    return FILTER.getPreferredName();
  }
}
