package dev.ocellus.lucene.explain;

import dev.ocellus.fusion.Evidence;
import dev.ocellus.fusion.Feature;
import dev.ocellus.lucene.query.TextPart;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What features say, in English.
 *
 * @param part the text that a photo is held against
 * @param idf of each of its words
 * @param features known values
 * @param captions what the photo's captions say
 * @param bestCaption the one nearest in meaning, counted from 0; -1 for none
 */
record FeatureSentences(
    TextPart part,
    List<Float> idf,
    Map<Feature, Float> features,
    CaptionFacts captions,
    int bestCaption) {

  private static final String UNREAD = "the captions are not read for this text";

  String of(Feature feature) {
    Float value = features.get(feature);
    return value == null ? missing(feature) : known(feature, value);
  }

  private String known(Feature feature, float value) {
    return switch (feature) {
      case IMAGE_COSINE -> picture(value);
      case IMAGE_HUBNESS ->
          format("the everyday texts nearest to the picture have cosine %.2f on average", value);
      case CAPTION_COSINE_MAX ->
          captions.count() == 1
              ? format("the caption's meaning has cosine %.2f with the text's", value)
              : format(
                  "caption %d of %d is the nearest in meaning, at cosine %.2f",
                  bestCaption + 1, captions.count(), value);
      case CAPTION_COSINE_MEAN ->
          format(
              "the %d captions' meanings have cosine %.2f with the text's on average",
              captions.count(), value);
      case BM25 ->
          format("the captions have %.0f %% of the BM25 that the query could score", 100 * value);
      case IDF_COVERAGE -> WordSentences.coverage(part.words(), captions);
      case MISSING_IDF -> WordSentences.rarestMissing(part.words(), captions, idf);
      case CAPTION_COUNT ->
          part.evidence().readsCaptions()
              ? "the photo has " + count(captions.count(), "caption")
              : UNREAD;
      case SUBJECTS_MISSING -> SubjectSentences.missing(part.text().subjects(), captions);
      case SUBJECTS_EXTRA -> SubjectSentences.extra(part.text().subjects(), captions);
      case TOKEN_RECALL -> format("word by word, the captions say the query at cosine %.2f", value);
      case TOKEN_PRECISION ->
          format("word by word, the query says the captions at cosine %.2f", value);
      case TOKEN_GAP ->
          format("the query's worst matched word lacks %.2f (its weight times distance)", value);
      case PERSONS -> named("people", part.text().persons(), value);
      case ANIMALS -> named("animals", part.text().animals(), value);
      case QUERY_LENGTH -> "the query has " + count(part.words().size(), "word");
    };
  }

  private String picture(float cosine) {
    Float toOthers = features.get(Feature.IMAGE_HUBNESS);
    if (toOthers == null) {
      return format("the picture has cosine %.2f with the text", cosine);
    }
    return format(
        "the picture is %s the text (cosine %.2f) than %s everyday texts (%.2f)",
        cosine > toOthers ? "nearer to" : "farther from",
        cosine,
        cosine > toOthers ? "to" : "from",
        toOthers);
  }

  private static String named(String what, List<Integer> tokens, float value) {
    return tokens.isEmpty()
        ? "the query names no " + what
        : format("the captions say the query's words for %s at cosine %.2f", what, value);
  }

  private String missing(Feature feature) {
    return switch (feature.evidence()) {
      case IMAGE ->
          part.evidence().seesPicture()
              ? "the photo has no image vector"
              : "the picture is not looked at for this text";
      case CAPTIONS, SEVERAL_CAPTIONS, WORDS, TOKENS ->
          part.evidence().readsCaptions() ? missingInCaptions(feature.evidence()) : UNREAD;
      case QUERY -> "the query's length is not known";
    };
  }

  private String missingInCaptions(Evidence evidence) {
    if (evidence == Evidence.WORDS && part.words().isEmpty()) {
      return "the query has only words that are not searched for";
    }
    if (captions.count() == 0) {
      return "the photo has no captions";
    }
    return evidence == Evidence.SEVERAL_CAPTIONS
        ? "one caption has no mean of its own"
        : "no vectors of it are known to compare";
  }

  private static String count(int number, String noun) {
    return (number == 0 ? "no" : Integer.toString(number)) + " " + noun + (number == 1 ? "" : "s");
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
