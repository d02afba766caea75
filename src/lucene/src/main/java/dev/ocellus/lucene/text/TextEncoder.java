package dev.ocellus.lucene.text;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.TextEncoding;
import dev.ocellus.encode.TokenEmbeddings;
import dev.ocellus.encode.TokenEncoder;
import dev.ocellus.encode.TokenSpan;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.text.SubjectLexicon.Mention;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Encodes queries and captions. Safe for use by several threads. */
public final class TextEncoder {

  private final Encoder encoder;
  private final CaptionAnalyzer analyzer;

  /**
   * @param analyzer of the texts' language
   */
  public TextEncoder(Encoder encoder, CaptionAnalyzer analyzer) {
    this.encoder = encoder;
    this.analyzer = analyzer;
  }

  /** Encodes one text. */
  public EncodedText encode(String text) {
    return encode(List.of(text)).getFirst();
  }

  /**
   * Encodes a text some of whose words count more or less than once. Its vectors turn towards the
   * words that count more: v = normalize(v(text) + sum of (weight - 1) v(word)); the weights of its
   * tokens are multiplied. Subjects stay as they are.
   *
   * @param weights of words or phrases that do not overlap, within the text
   * @return exactly as {@link #encode(String)} where all weights are 1
   * @throws IllegalArgumentException if a word stands beyond the text's end
   */
  public EncodedText encode(String text, List<WordWeight> weights) {
    List<WordWeight> weighted = weights.stream().filter(word -> word.weight() != 1).toList();
    List<String> texts = new ArrayList<>(List.of(text));
    for (WordWeight word : weighted) {
      if (word.end() > text.length()) {
        throw new IllegalArgumentException(
            "a weighted word ends at %d of a text of %d chars"
                .formatted(word.end(), text.length()));
      }
      texts.add(text.substring(word.start(), word.end()));
    }
    List<EncodedText> encoded = encodeAll(texts, weighted);
    return weighted.isEmpty() ? encoded.getFirst() : turned(encoded, weighted);
  }

  /** The first text, its vectors turned towards the others, which are its words. */
  private static EncodedText turned(List<EncodedText> encoded, List<WordWeight> weights) {
    EncodedText text = encoded.getFirst();
    List<EncodedText> words = encoded.subList(1, encoded.size());
    float[] factors = new float[weights.size()];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = weights.get(i).weight();
    }
    return new EncodedText(
        WeightedVector.of(
            text.imageVector(),
            words.stream().map(EncodedText::imageVector).toArray(float[][]::new),
            factors),
        WeightedVector.of(
            text.captionVector(),
            words.stream().map(EncodedText::captionVector).toArray(float[][]::new),
            factors),
        text.tokens(),
        text.subjects(),
        text.persons(),
        text.animals());
  }

  /**
   * @return one a text, in the order given
   */
  public List<EncodedText> encode(List<String> texts) {
    return encodeAll(texts, List.of());
  }

  /**
   * @param ofFirst weights of words of the first text, for its tokens
   */
  private List<EncodedText> encodeAll(List<String> texts, List<WordWeight> ofFirst) {
    Optional<TokenEncoder> tokens = encoder.tokens();
    List<EncodedText> encoded = new ArrayList<>();
    if (tokens.isPresent()) {
      List<TextEncoding> encodings = tokens.get().encode(texts);
      for (int i = 0; i < texts.size(); i++) {
        encoded.add(withTokens(texts.get(i), encodings.get(i), i == 0 ? ofFirst : List.of()));
      }
    } else {
      List<float[]> vectors = encoder.encodeTexts(texts);
      for (int i = 0; i < texts.size(); i++) {
        float[] vector = vectors.get(i);
        Set<Subject> subjects = subjects(mentions(texts.get(i)));
        encoded.add(new EncodedText(vector, vector, null, subjects, List.of(), List.of()));
      }
    }
    return encoded;
  }

  private EncodedText withTokens(String text, TextEncoding encoding, List<WordWeight> weights) {
    List<Mention> mentions = mentions(text);
    TokenEmbeddings tokens = encoding.late();
    return new EncodedText(
        encoding.vector(),
        encoding.sentence(),
        TokenVectors.of(
            tokens.vectors(), weighted(encoding.lateWeights(), tokens.spans(), weights)),
        subjects(mentions),
        tokensOf(Subject.PERSON, mentions, tokens.spans()),
        tokensOf(Subject.ANIMAL, mentions, tokens.spans()));
  }

  /** The weights of tokens, times those of the words that they are of. */
  private static float[] weighted(
      float[] ofTokens, List<TokenSpan> spans, List<WordWeight> ofWords) {
    float[] weighted = ofTokens.clone();
    for (int i = 0; i < weighted.length; i++) {
      TokenSpan span = spans.get(i);
      for (WordWeight word : ofWords) {
        if (word.overlaps(span.start(), span.end())) {
          weighted[i] *= word.weight();
        }
      }
    }
    return weighted;
  }

  private List<Mention> mentions(String text) {
    String language = analyzer.languageOf().apply(text);
    return SubjectLexicon.of(language).mentions(analyzer.analyzer(), text);
  }

  private static Set<Subject> subjects(List<Mention> mentions) {
    Set<Subject> subjects = EnumSet.noneOf(Subject.class);
    mentions.forEach(mention -> subjects.addAll(mention.subjects()));
    return subjects;
  }

  /** The tokens that overlap a word for the subject. */
  private static List<Integer> tokensOf(
      Subject subject, List<Mention> mentions, List<TokenSpan> spans) {
    List<Integer> tokens = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      TokenSpan span = spans.get(i);
      if (mentions.stream()
          .anyMatch(
              mention ->
                  mention.subjects().contains(subject)
                      && span.start() < mention.end()
                      && mention.start() < span.end())) {
        tokens.add(i);
      }
    }
    return tokens;
  }
}
