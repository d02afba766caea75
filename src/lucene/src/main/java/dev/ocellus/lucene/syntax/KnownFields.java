package dev.ocellus.lucene.syntax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.jspecify.annotations.Nullable;

/** What may stand before a colon: the fields of the index and the language's own words. */
final class KnownFields {

  /** Up to this length one typing error makes another name, beyond it two. */
  private static final int SHORT_NAME = 4;

  private final List<String> names;

  /** What is nearly each name; made when a name is unknown for the first time. */
  private volatile @Nullable Map<String, CharacterRunAutomaton> nearly;

  KnownFields(Collection<String> fields) {
    List<String> all = new ArrayList<>(fields);
    Collections.addAll(all, TreeParser.LIKE, TreeParser.SAY, TreeParser.SHOW);
    this.names = List.copyOf(all);
  }

  boolean contains(String name) {
    return names.contains(name);
  }

  List<String> names() {
    return names;
  }

  /** The names that a typing error would make into this one. */
  List<String> similar(String unknown) {
    Map<String, CharacterRunAutomaton> automata = nearly;
    if (automata == null) {
      automata = new LinkedHashMap<>();
      for (String name : names) {
        int edits = name.length() <= SHORT_NAME ? 1 : 2;
        automata.put(
            name,
            new CharacterRunAutomaton(new LevenshteinAutomata(name, true).toAutomaton(edits)));
      }
      nearly = automata;
    }
    return automata.entrySet().stream()
        .filter(near -> near.getValue().run(unknown))
        .map(Map.Entry::getKey)
        .toList();
  }
}
