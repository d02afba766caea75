package dev.ocellus.lucene.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds a policy's rules among words. Rules are looked up by their first word, so the time depends
 * on the text alone, not on the number of rules.
 */
final class RuleMatcher {

  private final Map<String, List<Compiled>> byFirstKey = new HashMap<>();
  private final Set<String> lemmas = new LinkedHashSet<>();

  /** A word of a rule: any of these keys, so far after the rule's first word. */
  private record Element(int offset, Set<String> keys) {}

  private record Compiled(Category category, PolicyRule rule, List<Element> elements) {}

  RuleMatcher(List<Category> categories, Map<String, List<String>> lists, WordReader reader) {
    RuleReader rules = new RuleReader(lists, reader);
    for (Category category : categories) {
      for (PolicyRule rule : category.rules()) {
        List<Element> elements = new ArrayList<>();
        rules.words(rule).forEach((offset, keys) -> elements.add(new Element(offset, keys)));
        if (rule.kind() != PolicyRule.Kind.FORM) {
          elements.forEach(element -> lemmas.addAll(element.keys()));
        }
        Compiled compiled = new Compiled(category, rule, List.copyOf(elements));
        for (String key : elements.getFirst().keys()) {
          byFirstKey.computeIfAbsent(key, k -> new ArrayList<>()).add(compiled);
        }
      }
    }
  }

  /** Every lemma that a rule names. */
  Set<String> lemmas() {
    return Set.copyOf(lemmas);
  }

  void match(List<Word> words, Spelling spelling, Consumer<PolicyMatch> found) {
    Map<Integer, Word> byPosition = new HashMap<>();
    words.forEach(word -> byPosition.put(word.position(), word));
    for (Word word : words) {
      Set<Compiled> rules = new LinkedHashSet<>();
      word.keys().forEach(key -> rules.addAll(byFirstKey.getOrDefault(key, List.of())));
      for (Compiled rule : rules) {
        match(rule, word, byPosition, spelling, found);
      }
    }
  }

  private static void match(
      Compiled compiled,
      Word first,
      Map<Integer, Word> byPosition,
      Spelling spelling,
      Consumer<PolicyMatch> found) {
    Word last = first;
    for (Element element : compiled.elements().subList(1, compiled.elements().size())) {
      last = byPosition.get(first.position() + element.offset());
      if (last == null || last.keys().stream().noneMatch(element.keys()::contains)) {
        return;
      }
    }
    found.accept(
        new PolicyMatch(
            compiled.category(),
            compiled.rule(),
            first.start(),
            last.end(),
            compiled.elements().size(),
            spelling));
  }
}
