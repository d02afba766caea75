package dev.ocellus.lucene.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.query.LemmaGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query's word has in common with a caption's, language by language. */
class LemmaAnalyzerTest {

  private static final Map<String, CaptionAnalyzer> ANALYZERS = new ConcurrentHashMap<>();

  private static List<LemmaGroup> words(String language, String text) {
    CaptionAnalyzer analyzer = ANALYZERS.computeIfAbsent(language, CaptionAnalyzer::of);
    return LemmaGroup.of(analyzer.analyzer(), "caption", text, 100);
  }

  private static Set<String> lemmas(String language, String text) {
    Set<String> lemmas = new HashSet<>();
    words(language, text).forEach(word -> lemmas.addAll(word.lemmas()));
    return lemmas;
  }

  private static boolean share(String language, String query, String caption) {
    Set<String> shared = lemmas(language, query);
    shared.retainAll(lemmas(language, caption));
    return !shared.isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Kind, Kinder",
    "kinder, Kindern",
    "Haus, Häuser",
    "hund, Hunden",
    "Mann, Männer",
    "Frau, Frauen",
    "laufen, läuft",
    "läuft, lief",
    "gehen, gegangen",
    "springen, sprang",
    "springt, gesprungen",
    "spielen, gespielt",
    "fahren, fährt",
    "sitzen, saß",
    "sieht, gesehen",
    "groß, größer",
    "schön, schönsten",
    "Baum, Bäume",
    "Buch, Bücher",
    "Fuß, Füßen",
    "Straße, Straßen",
    "Stadt, Städte",
    "Apfel, Äpfel",
    "Vogel, Vögel",
    "essen, isst"
  })
  void aGermanWordFindsItsInflections(String query, String caption) {
    assertTrue(share("de", query, caption), () -> lemmas("de", query + " / " + caption).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "Strasse, Straße",
    "STRASSE, Straßen",
    "Fuss, Füße",
    "Maedchen, Mädchen",
    "Madchen, Mädchen",
    "Haeuser, Haus",
    "hauser, Haus",
    "gruen, grüne",
    "grun, grünes",
    "Koeln, Köln",
    "weiss, weißer"
  })
  void germanIsFoundAsItIsTypedWithoutUmlauts(String query, String caption) {
    assertTrue(share("de", query, caption), () -> lemmas("de", query + " / " + caption).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "Strand, Strandspaziergang",
    "Spaziergang, Strandspaziergänge",
    "Hütte, Hundehütte",
    "Hund, Hundehütten",
    "Geburtstag, Geburtstagskuchen",
    "Kind, Kinderwagen",
    "Wagen, Kinderwagen",
    "Wand, Kletterwand",
    "klettern, Kletterwand",
    "Wasserfall, Wasserfälle",
    "Spielplatz, Spielplätzen"
  })
  void aGermanCompoundIsFoundByItsParts(String query, String caption) {
    assertTrue(share("de", query, caption), () -> lemmas("de", query + " / " + caption).toString());
  }

  @Test
  void aCompoundAndItsPhraseHaveTheSameWords() {
    assertEquals(
        Set.copyOf(words("de", "Strandspaziergang")),
        Set.copyOf(words("de", "Spaziergang am Strand")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sonnenuntergang", "Eisbär", "Rotwein", "Schneemann", "Ocellus", "xyzzy"})
  void whatTheDictionaryKnowsOrCannotSplitStaysOneWord(String word) {
    assertEquals(1, words("de", word).size(), () -> words("de", word).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "eau, l'eau",
    "eau, d’eau",
    "homme, l’homme",
    "enfant, L'enfant",
    "cheval, chevaux",
    "oeil, yeux",
    "enfant, enfants",
    "courir, court",
    "courent, courait",
    "jouer, jouent",
    "joue, jouait",
    "nager, nageant",
    "beau, belles",
    "vieux, vieille",
    "oiseau, oiseaux",
    "aller, vont",
    "fille, filles",
    "animal, animaux",
    "bateau, bateaux",
    "travailler, travaillent",
    "blanc, blanche",
    "sauter, sautant",
    "rouge, rouges",
    "manger, mangeait"
  })
  void aFrenchWordFindsItsInflections(String query, String caption) {
    assertTrue(share("fr", query, caption), () -> lemmas("fr", query + " / " + caption).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "foret, forêts",
    "eleve, élèves",
    "eleves, élève",
    "garcon, garçons",
    "soeur, sœurs",
    "fenetre, fenêtres",
    "ete, été",
    "velo, vélos",
    "ECOLE, école",
    "noel, Noël"
  })
  void frenchIsFoundAsItIsTypedWithoutAccents(String query, String caption) {
    assertTrue(share("fr", query, caption), () -> lemmas("fr", query + " / " + caption).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "дети, ребёнок",
    "дети, ребенка",
    "ребенок, ребёнок",
    "ребёнок, ребенок",
    "ребенок, детьми",
    "люди, человек",
    "человек, людей",
    "ёлка, елки",
    "елка, ёлок",
    "собака, собаками",
    "бежать, бежит",
    "идти, шла",
    "идет, шли",
    "играть, играют",
    "мяч, мячом",
    "зеленый, зелёная",
    "щенок, щенки",
    "лед, льду",
    "черный, чёрного",
    "самолет, самолёты",
    "Москва, Москве",
    "девочка, девочек",
    "прыгать, прыгает",
    "гора, горах",
    "вода, воде",
    "веселый, весёлые"
  })
  void aRussianWordFindsItsInflectionsWithAndWithoutYo(String query, String caption) {
    assertTrue(share("ru", query, caption), () -> lemmas("ru", query + " / " + caption).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "perro, perros",
    "niño, niños",
    "nino, niños",
    "niña, niñas",
    "arbol, árboles",
    "montaña, montanas",
    "blanco, blancas",
    "avion, aviones"
  })
  void aSpanishWordFindsItsInflections(String query, String caption) {
    assertTrue(share("es", query, caption), () -> lemmas("es", query + " / " + caption).toString());
  }

  @ParameterizedTest
  @CsvSource({"cafe, café", "geese, goose", "Children, child", "went, go", "dog's, dogs"})
  void anEnglishWordFindsItsInflections(String query, String caption) {
    assertTrue(share("en", query, caption), () -> lemmas("en", query + " / " + caption).toString());
  }

  @ParameterizedTest
  @CsvSource({"de, Hund, Katze", "fr, cheval, chien", "ru, дети, собака", "es, perro, gato"})
  void otherWordsAreNotFound(String language, String query, String caption) {
    assertFalse(share(language, query, caption));
  }
}
