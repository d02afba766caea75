package dev.ocellus.lucene.policy;

import dev.ocellus.fusion.DataException;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which texts are blocked, warned of or allowed, by rules over lemmas. Immutable; used by several
 * threads.
 *
 * <p>A text is read as it stands, with disguises undone ("k!ds", "c-h-i-l-d"), and with long
 * unknown words put right ("childern"). Of the rules that match, one that covers another's place
 * with more words overrules it ("baby corn" over "baby"); of those left the strictest action
 * decides.
 */
public final class ContentPolicy {

  /** Name on the command line of the policy that comes with the program. */
  public static final String DEFAULT = "default";

  private static final Comparator<PolicyMatch> DECISIVE =
      Comparator.comparing((PolicyMatch match) -> match.category().action())
          .thenComparing(PolicyMatch::spelling, Comparator.reverseOrder())
          .thenComparingInt(PolicyMatch::words)
          .thenComparing(PolicyMatch::start, Comparator.reverseOrder());

  private final PolicyFile file;
  private final WordReader reader;
  private final RuleMatcher matcher;
  private final Misspellings misspellings;
  private final boolean latin;

  ContentPolicy(PolicyFile file) {
    this.file = file;
    this.reader = new WordReader(CaptionAnalyzer.of(file.language()));
    this.matcher = new RuleMatcher(file.categories(), file.lists(), reader);
    this.misspellings = new Misspellings(reader, matcher.lemmas());
    this.latin =
        matcher.lemmas().stream()
            .allMatch(
                lemma ->
                    lemma
                        .codePoints()
                        .filter(Character::isLetter)
                        .allMatch(
                            c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN));
  }

  /** The policy that comes with the program; {@code docs/content-policy.md} says what it does. */
  public static ContentPolicy bundled() {
    return Bundled.POLICY;
  }

  /** Made once: the dictionary of its analyzer is shared then, too. */
  private static final class Bundled {
    static final ContentPolicy POLICY = new ContentPolicy(PolicyFileReader.bundled());
  }

  /**
   * The policy of a name on the command line.
   *
   * @param name {@link #DEFAULT}, or a policy file
   * @throws DataException if there is no such file, or it is no policy
   */
  public static ContentPolicy named(String name) throws IOException {
    return name.equals(DEFAULT) ? bundled() : read(Path.of(name));
  }

  /**
   * Reads a policy file.
   *
   * @throws DataException if there is no such file, or it is no policy; one line with the file and
   *     the place in it
   */
  public static ContentPolicy read(Path path) throws IOException {
    return PolicyFileReader.compile(PolicyFileReader.read(path), path.toString());
  }

  /**
   * Reads a policy's text, as {@link #json} gives it.
   *
   * @param source what messages call it
   * @throws DataException if it is no policy
   */
  public static ContentPolicy parse(String json, String source) {
    return PolicyFileReader.compile(PolicyFileReader.parse(json, source), source);
  }

  /** The policy's name and twelve digits of its content's hash, which an index records. */
  public String id() {
    return file.id();
  }

  /** The policy as one line of JSON. */
  public String json() {
    return file.json();
  }

  /** Language of its rules and of the texts that it judges, ISO 639-1. */
  public String language() {
    return reader.language();
  }

  /**
   * Refuses captions of another language. Where each has its own, the policy judges those of its
   * language, and words that others share with it.
   *
   * @param captions language of an index's captions
   * @throws IndexException if it is another than this policy's, which would miss most of them
   */
  public void checkLanguage(String captions) {
    if (!captions.equals(language()) && !captions.equals(CaptionAnalyzer.AUTO)) {
      throw new IndexException(
          "policy %s is for the language %s, the index's captions are %s; give one of that language"
              .formatted(id(), language(), captions));
    }
  }

  public List<Category> categories() {
    return file.categories();
  }

  /** What becomes of a text, and by which rule. */
  public PolicyDecision decide(String text) {
    List<PolicyMatch> matches = matches(text);
    return matches.isEmpty()
        ? PolicyDecision.NO_RULE
        : PolicyDecision.of(matches.stream().max(DECISIVE).orElseThrow(), text);
  }

  /**
   * The strictest action that any of a photo's captions calls for, and every category that called
   * for a warning or a block.
   */
  public PhotoMark mark(List<String> captions) {
    SortedMap<String, Action> categories = new TreeMap<>();
    for (String caption : captions) {
      for (PolicyMatch match : matches(caption)) {
        if (match.category().action() != Action.ALLOW) {
          categories.put(match.category().name(), match.category().action());
        }
      }
    }
    Action strictest =
        categories.values().stream().max(Comparator.naturalOrder()).orElse(Action.ALLOW);
    return new PhotoMark(strictest, List.copyOf(categories.keySet()));
  }

  /** The matches of a text that no other one overrules. */
  public List<PolicyMatch> matches(String text) {
    List<PolicyMatch> found = new ArrayList<>();
    match(Reading.of(text), Spelling.WRITTEN, found);
    if (latin) {
      Disguises.undo(text).forEach(reading -> match(reading, Spelling.DISGUISED, found));
    }
    return found.stream()
        .filter(match -> found.stream().noneMatch(other -> other.overrules(match)))
        .toList();
  }

  private void match(Reading reading, Spelling spelling, List<PolicyMatch> found) {
    List<Word> words = reader.words(reading);
    matcher.match(words, spelling, found::add);
    List<Word> corrected = misspellings.correct(words);
    if (!corrected.equals(words)) {
      matcher.match(corrected, Spelling.MISTYPED, found::add);
    }
  }
}
