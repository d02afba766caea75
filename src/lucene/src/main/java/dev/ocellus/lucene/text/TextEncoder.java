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
  private final SubjectLexicon lexicon;

  /**
   * @param analyzer of the texts' language
   */
  public TextEncoder(Encoder encoder, CaptionAnalyzer analyzer) {
    this.encoder = encoder;
    this.analyzer = analyzer;
    this.lexicon = SubjectLexicon.of(analyzer.language());
  }

  /** Encodes one text. */
  public EncodedText encode(String text) {
    return encode(List.of(text)).getFirst();
  }

  /**
   * @return one a text, in the order given
   */
  public List<EncodedText> encode(List<String> texts) {
    Optional<TokenEncoder> tokens = encoder.tokens();
    List<EncodedText> encoded = new ArrayList<>();
    if (tokens.isPresent()) {
      List<TextEncoding> encodings = tokens.get().encode(texts);
      for (int i = 0; i < texts.size(); i++) {
        encoded.add(withTokens(texts.get(i), encodings.get(i)));
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

  private EncodedText withTokens(String text, TextEncoding encoding) {
    List<Mention> mentions = mentions(text);
    TokenEmbeddings tokens = encoding.late();
    return new EncodedText(
        encoding.vector(),
        encoding.sentence(),
        TokenVectors.of(tokens.vectors(), encoding.lateWeights()),
        subjects(mentions),
        tokensOf(Subject.PERSON, mentions, tokens.spans()),
        tokensOf(Subject.ANIMAL, mentions, tokens.spans()));
  }

  private List<Mention> mentions(String text) {
    return lexicon.mentions(analyzer.analyzer(), text);
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
