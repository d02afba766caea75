package dev.ocellus.opensearch.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.opensearch.cluster.RestAnswer;
import dev.ocellus.opensearch.cluster.SharedCluster;
import dev.ocellus.opensearch.cluster.TestCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Analyzers and token filter as index settings and mappings name them. */
@ExtendWith(SharedCluster.class)
class CaptionAnalysisTest {

  @ParameterizedTest
  @CsvSource({
    "ocellus_english, 'The children chased geese and mice', child chase goose mouse",
    "ocellus_english, 'running wolves', run wolf",
    "ocellus_russian, 'дети шли с мячами', ребенок идти мяч",
    "ocellus_german, 'Die Kinder liefen', kind laufen",
    "ocellus_french, 'Les chevaux couraient', cheval courir",
    "ocellus_spanish, 'perros', perr",
    "ocellus_auto, 'the children are running on the beach', child run beach",
  })
  void inflectionsBecomeLemmas(String analyzer, String text, String lemmas, TestCluster cluster) {
    List<String> terms =
        terms(
            cluster
                .client()
                .post(
                    "/_analyze",
                    """
                    {"analyzer": "%s", "text": "%s"}"""
                        .formatted(analyzer, text)));
    assertTrue(terms.containsAll(List.of(lemmas.split(" "))), terms.toString());
  }

  @Test
  void everyLanguageHasAnAnalyzer() {
    assertEquals(
        Set.of(
            "ocellus_arabic",
            "ocellus_auto",
            "ocellus_auto_search",
            "ocellus_chinese",
            "ocellus_czech",
            "ocellus_danish",
            "ocellus_dutch",
            "ocellus_english",
            "ocellus_finnish",
            "ocellus_french",
            "ocellus_german",
            "ocellus_greek",
            "ocellus_hindi",
            "ocellus_hungarian",
            "ocellus_italian",
            "ocellus_japanese",
            "ocellus_korean",
            "ocellus_norwegian",
            "ocellus_portuguese",
            "ocellus_romanian",
            "ocellus_russian",
            "ocellus_spanish",
            "ocellus_swedish",
            "ocellus_turkish"),
        CaptionAnalysis.analyzers().keySet());
  }

  @Test
  void aMappingNamesTheAnalyzerAndSearchesFindInflections(TestCluster cluster) {
    var client = cluster.client();
    client
        .put(
            "/analysis-mapping",
            """
            {"mappings": {"properties": {
              "caption": {"type": "text", "analyzer": "ocellus_english"},
              "any": {"type": "text", "analyzer": "ocellus_auto",
                      "search_analyzer": "ocellus_auto_search"}}}}""")
        .expect(200);
    client
        .put(
            "/analysis-mapping/_doc/1?refresh=true",
            """
            {"caption": ["Two geese on the grass", "wolves"], "any": "дети играют с мячом в парке"}""")
        .expect(201);
    assertEquals(
        List.of("1"),
        client
            .post(
                "/analysis-mapping/_search",
                """
                {"query": {"match": {"caption": "goose"}}}""")
            .ids());
    assertEquals(
        List.of("1"),
        client
            .post(
                "/analysis-mapping/_search",
                """
                {"query": {"match": {"any": "мяч"}}}""")
            .ids());
    assertEquals(
        List.of(),
        client
            .post(
                "/analysis-mapping/_search",
                """
                {"query": {"match_phrase": {"caption": {"query": "grass wolf", "slop": 10}}}}""")
            .ids(),
        "a phrase from one caption into the next");
  }

  @Test
  void theTokenFilterWorksInAnAnalyzerOfTheIndex(TestCluster cluster) {
    var client = cluster.client();
    client
        .put(
            "/analysis-filter",
            """
            {"settings": {"analysis": {
              "filter": {"russian_lemma": {"type": "ocellus_lemma", "language": "russian"}},
              "analyzer": {
                "mine": {"tokenizer": "standard", "filter": ["lowercase", "ocellus_lemma"]},
                "ours": {"tokenizer": "standard", "filter": ["lowercase", "russian_lemma"]},
                "captions": {"type": "ocellus_german"}}}}}""")
        .expect(200);
    assertEquals(
        List.of("the", "leave", "leaf"),
        analyzed(cluster, "analysis-filter", "mine", "The LEAVES"));
    assertEquals(List.of("человек"), analyzed(cluster, "analysis-filter", "ours", "Люди"));
    assertEquals(List.of("kind"), analyzed(cluster, "analysis-filter", "captions", "Kinder"));
  }

  @Test
  void aLanguageWithoutDictionaryIsRefused(TestCluster cluster) {
    RestAnswer answer =
        cluster
            .client()
            .put(
                "/analysis-wrong",
                """
                {"settings": {"analysis": {
                  "filter": {"f": {"type": "ocellus_lemma", "language": "klingon"}}}}}""")
            .expect(400);
    assertEquals(
        "[ocellus_lemma] has no dictionary of language [klingon]; there are [german, english,"
            + " french, russian]",
        answer.reason());
  }

  private static List<String> analyzed(
      TestCluster cluster, String index, String analyzer, String text) {
    return terms(
        cluster
            .client()
            .post(
                "/" + index + "/_analyze",
                """
                {"analyzer": "%s", "text": "%s"}"""
                    .formatted(analyzer, text)));
  }

  private static List<String> terms(RestAnswer answer) {
    List<String> terms = new ArrayList<>();
    for (JsonNode token : answer.expect(200).at("/tokens")) {
      terms.add(token.get("token").asText());
    }
    return terms;
  }
}
