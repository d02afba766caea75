package dev.ocellus.lucene.text;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.ModelCatalogue;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.analysis.LanguageDetector;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells who asks in a language that the encoder does not know why little is found. Safe for use by
 * several threads, as long as the encoder is open.
 */
public final class LanguageNotes {

  private static final String MULTILINGUAL = "multilingual";
  private static final String ENGLISH = "en";

  /** A single word in Latin letters may be of many languages, or a name. */
  private static final Pattern TWO_WORDS_OR_NOT_LATIN =
      Pattern.compile("\\p{L}+[^\\p{L}]+\\p{L}+|[\\p{L}&&[^\\p{IsLatin}]]");

  private final Encoder encoder;
  private final KnownLanguages known;
  private final String captions;

  /**
   * @param encoder of the index's vectors
   * @param captions the index's language, ISO 639-1 or {@link CaptionAnalyzer#AUTO}
   */
  public LanguageNotes(Encoder encoder, String captions) {
    this.encoder = encoder;
    this.known = new KnownLanguages(encoder);
    this.captions = captions;
  }

  /** Reads its dictionaries when first asked. */
  private static final class Detector {
    static final LanguageDetector SHARED = new LanguageDetector();
  }

  /**
   * What to say of a query, one sentence; nothing if it may be in English, or in a language that
   * the encoder knows. The first query in a language takes the encoding of sixteen short texts.
   */
  public Optional<String> of(String query) {
    List<String> plausible = Detector.SHARED.plausible(query);
    String language = plausible.getFirst();
    if (plausible.contains(ENGLISH)
        || !TWO_WORDS_OR_NOT_LATIN.matcher(query).find()
        || known.has(language)) {
      return Optional.empty();
    }
    String found =
        captions.equals(language) || captions.equals(CaptionAnalyzer.AUTO)
            ? "photos are found by the words of their captions alone"
            : "the captions are in %s, so that little or nothing is found"
                .formatted(name(captions));
    return Optional.of(
        "the query is in %s, which the encoder %s does not know: %s; index with a multilingual encoder, such as: --model %s"
            .formatted(name(language), encoder.modelId(), found, multilingual()));
  }

  private static String name(String language) {
    return Locale.of(language).getDisplayLanguage(Locale.ENGLISH);
  }

  private static String multilingual() {
    return ModelCatalogue.bundled().entries().stream()
        .filter(entry -> entry.languages().equals(MULTILINGUAL))
        .findFirst()
        .map(entry -> "%s (ocellus models pull %s)".formatted(entry.id(), entry.id()))
        .orElse("one of: ocellus models list");
  }
}
