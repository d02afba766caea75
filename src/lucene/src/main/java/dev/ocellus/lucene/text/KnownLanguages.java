package dev.ocellus.lucene.text;

import dev.ocellus.encode.Encoder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.util.VectorUtil;

/**
 * Which languages an encoder knows, asked of the encoder itself, for few models say: it knows a
 * language if sentences are nearest to their own translations. Safe for use by several threads.
 */
final class KnownLanguages {

  private static final String ENGLISH = "en";

  /** Stands for languages that have no sentences here: not of Latin letters, not like English. */
  private static final String ANY_OTHER = "ru";

  /** Of so few sentences, by chance one is nearest to its own translation. */
  private static final Map<String, List<String>> SENTENCES =
      Map.of(
          ENGLISH,
          List.of(
              "a dog runs through the snow",
              "two women drink tea",
              "an old house in the mountains",
              "a boy jumps into the water",
              "a girl reads a book under a tree",
              "a horse stands on the meadow",
              "the ship lies by the shore",
              "people wait in the rain"),
          "de",
          List.of(
              "ein Hund läuft durch den Schnee",
              "zwei Frauen trinken Tee",
              "ein altes Haus in den Bergen",
              "ein Junge springt ins Wasser",
              "ein Mädchen liest ein Buch unter einem Baum",
              "ein Pferd steht auf der Wiese",
              "das Schiff liegt am Ufer",
              "Leute warten im Regen"),
          "es",
          List.of(
              "un perro corre por la nieve",
              "dos mujeres beben té",
              "una casa vieja en las montañas",
              "un chico salta al agua",
              "una niña lee un libro bajo un árbol",
              "un caballo está en el prado",
              "el barco está junto a la orilla",
              "la gente espera bajo la lluvia"),
          "fr",
          List.of(
              "un chien court dans la neige",
              "deux femmes boivent du thé",
              "une vieille maison dans les montagnes",
              "un garçon saute dans l'eau",
              "une fille lit un livre sous un arbre",
              "un cheval est dans le pré",
              "le navire est près du rivage",
              "des gens attendent sous la pluie"),
          ANY_OTHER,
          List.of(
              "собака бежит по снегу",
              "две женщины пьют чай",
              "старый дом в горах",
              "мальчик прыгает в воду",
              "девочка читает книгу под деревом",
              "лошадь стоит на лугу",
              "корабль стоит у берега",
              "люди ждут под дождём"));

  private static final double LEAST_SHARE = 0.75;

  /** What was found out, so that each model is asked once about a language. */
  private static final Map<String, Map<String, Boolean>> BY_MODEL = new ConcurrentHashMap<>();

  private final Encoder encoder;
  private final Map<String, Boolean> known;

  KnownLanguages(Encoder encoder) {
    this.encoder = encoder;
    this.known = BY_MODEL.computeIfAbsent(encoder.modelId(), id -> new ConcurrentHashMap<>());
  }

  /**
   * Whether the encoder understands a language as it does English. The first question about a
   * language takes the encoding of sixteen sentences.
   *
   * @param language ISO 639-1
   */
  boolean has(String language) {
    String asked = SENTENCES.containsKey(language) ? language : ANY_OTHER;
    return known.computeIfAbsent(asked, l -> share(l) >= LEAST_SHARE);
  }

  /** The share of sentences that are nearest to their own translations, from 0 to 1. */
  double share(String language) {
    List<float[]> english = encoder.encodeTexts(sentences(ENGLISH));
    List<float[]> foreign = encoder.encodeTexts(sentences(language));
    int right = 0;
    for (int i = 0; i < foreign.size(); i++) {
      int nearest = 0;
      for (int j = 1; j < english.size(); j++) {
        if (VectorUtil.dotProduct(foreign.get(i), english.get(j))
            > VectorUtil.dotProduct(foreign.get(i), english.get(nearest))) {
          nearest = j;
        }
      }
      right += nearest == i ? 1 : 0;
    }
    return right / (double) foreign.size();
  }

  private static List<String> sentences(String language) {
    return SENTENCES.getOrDefault(language, List.of());
  }
}
