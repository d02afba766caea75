package dev.ocellus.lucene.policy;

import dev.ocellus.fusion.DataException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a rule's text into the words that it asks for. */
final class RuleReader {

  /** The name of a list stands for any of its words: {@code <animal>}. */
  private static final Pattern LIST = Pattern.compile("<([^<>]*)>");

  private static final Pattern BESIDE = Pattern.compile("[^\\p{L}\\p{N}]*");

  private final Map<String, List<String>> lists;
  private final WordReader reader;

  RuleReader(Map<String, List<String>> lists, WordReader reader) {
    this.lists = lists;
    this.reader = reader;
  }

  /**
   * The keys of a rule's words (see {@link Word#keys}), by their distance from the first one: a
   * stop word between leaves its place free, in the rule as in the text.
   */
  SortedMap<Integer, Set<String>> words(PolicyRule rule) {
    Matcher list = LIST.matcher(rule.text());
    StringBuilder text = new StringBuilder();
    Map<Integer, Set<String>> listAt = new HashMap<>();
    while (list.find()) {
      List<String> entries = entries(list.group(1), rule);
      list.appendReplacement(text, "");
      listAt.put(text.length(), lemmas(entries, rule));
      text.append(entries.getFirst());
    }
    list.appendTail(text);
    SortedMap<Integer, Set<String>> words = new TreeMap<>();
    List<Word> read = reader.words(Reading.of(text.toString()));
    checkEnds(read, text.toString(), rule);
    for (Word word : read) {
      words.put(word.position(), listAt.getOrDefault(word.start(), keys(word, rule)));
    }
    boolean oneWord = rule.kind() == PolicyRule.Kind.LEMMA;
    if (words.isEmpty() || (oneWord && words.size() != 1)) {
      throw error(rule, words.isEmpty() ? "has no word to match" : "is not one word");
    }
    int first = words.firstKey();
    SortedMap<Integer, Set<String>> fromFirst = new TreeMap<>();
    words.forEach((place, lemmas) -> fromFirst.put(place - first, lemmas));
    return fromFirst;
  }

  private static void checkEnds(List<Word> words, String text, PolicyRule rule) {
    boolean whole =
        words.isEmpty()
            || (BESIDE.matcher(text.substring(0, words.getFirst().start())).matches()
                && BESIDE.matcher(text.substring(words.getLast().end())).matches());
    if (!whole) {
      throw error(rule, "begins or ends with a stop word, which is in no index; leave it out");
    }
  }

  private List<String> entries(String name, PolicyRule rule) {
    List<String> list = lists.get(name);
    if (list == null || list.isEmpty()) {
      throw error(rule, "names the list '%s'; filled ones are %s".formatted(name, lists.keySet()));
    }
    return list;
  }

  private Set<String> lemmas(List<String> entries, PolicyRule rule) {
    Set<String> lemmas = new LinkedHashSet<>();
    for (String entry : entries) {
      List<Word> words = reader.words(Reading.of(entry));
      if (words.size() != 1) {
        throw error(rule, "names a list in which '%s' is not one word".formatted(entry));
      }
      lemmas.addAll(own(words.getFirst()));
    }
    return lemmas;
  }

  private static DataException error(PolicyRule rule, String problem) {
    return new DataException(
        "category '%s': '%s' %s".formatted(rule.category(), rule.text(), problem));
  }

  private Set<String> keys(Word word, PolicyRule rule) {
    boolean isForm =
        reader.hasDictionary() && !word.unknown() && !word.lemmas().contains(word.form());
    if (isForm && rule.kind() == PolicyRule.Kind.LEMMA) {
      throw error(
          rule,
          "is no lemma, but a form of %s; name that, or put '%s' among the forms"
              .formatted(String.join(" and ", word.lemmas()), rule.text()));
    }
    return rule.kind() == PolicyRule.Kind.FORM ? Set.of(word.formKey()) : own(word);
  }

  /** A rule's word is a lemma itself, if it can be: "saw" asks for saws, not for what is seen. */
  private static Set<String> own(Word word) {
    return word.lemmas().contains(word.form()) ? Set.of(word.form()) : Set.copyOf(word.lemmas());
  }
}
