package dev.ocellus.opensearch.query;

import dev.ocellus.lucene.Signal;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.search.PictureQuery;
import dev.ocellus.lucene.search.Syntax;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.common.io.stream.Writeable;

/**
 * What a request's {@code ocellus} query says, but for its filter. Setters refuse values out of
 * range with an {@link IllegalArgumentException}. Not safe for use by several threads while it is
 * being set.
 */
public final class QueryRequest implements Writeable {

  /** The greatest window: as many hits as an index shows by default. */
  public static final int MOST_WINDOW = 10_000;

  private String text = "";
  private String field = PhotoNames.IMAGE_VECTOR;
  private String model = "";
  private Signal signal = Signal.FUSED;
  private Syntax syntax = Syntax.LENIENT;
  private int window = HybridQuery.DEFAULT_WINDOW;
  private float minScore;
  private @Nullable QueryPicture picture;
  private double pictureWeight = PictureQuery.DEFAULT_WEIGHT;
  private boolean ignoreUnmapped;

  public QueryRequest() {}

  QueryRequest(StreamInput in) throws IOException {
    text = in.readString();
    field = in.readString();
    model = in.readString();
    signal = in.readEnum(Signal.class);
    syntax = in.readEnum(Syntax.class);
    window = in.readVInt();
    minScore = in.readFloat();
    picture = in.readBoolean() ? QueryPicture.read(in) : null;
    pictureWeight = in.readDouble();
    ignoreUnmapped = in.readBoolean();
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    out.writeString(text);
    out.writeString(field);
    out.writeString(model);
    out.writeEnum(signal);
    out.writeEnum(syntax);
    out.writeVInt(window);
    out.writeFloat(minScore);
    QueryPicture shown = picture;
    out.writeBoolean(shown != null);
    if (shown != null) {
      shown.writeTo(out);
    }
    out.writeDouble(pictureWeight);
    out.writeBoolean(ignoreUnmapped);
  }

  /** The text, in the query language; may be blank where there is a picture or a filter. */
  public String text() {
    return text;
  }

  public void setText(String newText) {
    text = newText;
  }

  /** The field of the picture's vector. */
  public String field() {
    return field;
  }

  public void setField(String newField) {
    field = newField;
  }

  /** Id of the encoder; empty for the one that the mapping names. */
  public String model() {
    return model;
  }

  public void setModel(String newModel) {
    model = newModel;
  }

  /** What to rank by. */
  public Signal signal() {
    return signal;
  }

  public void setSignal(String key) {
    signal = named("signal", key, Signal.values(), Signal::key);
  }

  /** How the text is read. */
  public Syntax syntax() {
    return syntax;
  }

  public void setSyntax(String key) {
    syntax = named("syntax", key, Syntax.values(), Syntax::key);
  }

  /** Candidates of each source, on each shard: 1 to {@value #MOST_WINDOW}. */
  public int window() {
    return window;
  }

  public void setWindow(int newWindow) {
    if (newWindow < 1 || newWindow > MOST_WINDOW) {
      throw new IllegalArgumentException(
          "[window] must be from 1 to %d, got %d".formatted(MOST_WINDOW, newWindow));
    }
    window = newWindow;
  }

  /** Hits that score less are none: 0 to 1. */
  public float minScore() {
    return minScore;
  }

  public void setMinScore(float newMinScore) {
    if (!(newMinScore >= 0 && newMinScore <= 1)) {
      throw new IllegalArgumentException("[min_score] must be from 0 to 1, got " + newMinScore);
    }
    minScore = newMinScore;
  }

  /** What hits should look like, or null. */
  public @Nullable QueryPicture picture() {
    return picture;
  }

  public void setPicture(QueryPicture newPicture) {
    picture = newPicture;
  }

  /** What the picture counts beside the text: above 0 and below 1. */
  public double pictureWeight() {
    return pictureWeight;
  }

  public void setPictureWeight(double weight) {
    if (!(weight > 0 && weight < 1)) {
      throw new IllegalArgumentException(
          "[image_weight] must be above 0 and below 1, got " + weight);
    }
    pictureWeight = weight;
  }

  /** Whether an index without the field has no hits, instead of being an error. */
  public boolean ignoreUnmapped() {
    return ignoreUnmapped;
  }

  public void setIgnoreUnmapped(boolean ignore) {
    ignoreUnmapped = ignore;
  }

  private static <T> T named(String what, String key, T[] values, Function<T, String> keys) {
    return Arrays.stream(values)
        .filter(value -> keys.apply(value).equals(key.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "[%s] must be one of %s, got [%s]"
                        .formatted(
                            what,
                            Arrays.stream(values).map(keys).collect(Collectors.joining(", ")),
                            key)));
  }

  private Object[] values() {
    return new Object[] {
      text, field, model, signal, syntax, window, minScore, picture, pictureWeight, ignoreUnmapped
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof QueryRequest that && Arrays.equals(values(), that.values());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values());
  }
}
