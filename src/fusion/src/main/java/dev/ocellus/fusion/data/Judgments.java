package dev.ocellus.fusion.data;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.data.AnnotationFile.PairId;
import dev.ocellus.fusion.data.AnnotationNumbers.Votes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people said of pairs of a photo and a text, as published for Flickr8k.
 *
 * <p>A folder holds, each of them optional but for one of the annotation files:
 *
 * <ul>
 *   <li>{@value #EXPERTS}: image, query_id and three ratings from 1 to 4;
 *   <li>{@value #CROWD}: image, query_id, share of yes, number of yes, number of no;
 *   <li>the texts, by their ids, in this order: train_dataset.csv, quoted_captions.csv (both with
 *       the columns query_id and query_text) and captions*.csv, which {@link CaptionTable} reads.
 * </ul>
 *
 * <p>Annotation files are separated by tab or comma, with or without a header. A malformed row is
 * named by file and line and left out.
 */
public final class Judgments {
  /** The file of the experts' ratings. */
  public static final String EXPERTS = "ExpertAnnotations.tsv";

  /** The file of the crowd's votes. */
  public static final String CROWD = "CrowdAnnotations.tsv";

  private final List<JudgedPair> pairs;
  private final Map<String, String> queryTexts;
  private final List<CaptionRow> captions;
  private final List<String> problems;

  private Judgments(
      List<JudgedPair> pairs,
      Map<String, String> queryTexts,
      List<CaptionRow> captions,
      List<String> problems) {
    this.pairs = List.copyOf(pairs);
    this.queryTexts = Collections.unmodifiableMap(queryTexts);
    this.captions = List.copyOf(captions);
    this.problems = List.copyOf(problems);
  }

  /**
   * Reads a folder.
   *
   * @throws DataException if there is no such folder, none of the annotation files in it, or no
   *     usable row in them
   * @throws IOException if a file cannot be read
   */
  public static Judgments read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new DataException(folder + ": no such folder; judgments are a folder of tables");
    }
    Path experts = folder.resolve(EXPERTS);
    Path crowd = folder.resolve(CROWD);
    if (!Files.isRegularFile(experts) && !Files.isRegularFile(crowd)) {
      throw new DataException(
          "%s: no judgments; it must hold %s or %s".formatted(folder, EXPERTS, CROWD));
    }
    List<String> problems = new ArrayList<>();
    var texts = new QueryTexts(problems);
    texts.readFolder(folder);
    Map<String, String> byId = texts.texts();
    Map<PairId, List<Integer>> ratings = new LinkedHashMap<>();
    if (Files.isRegularFile(experts)) {
      new AnnotationFile<>(experts, AnnotationNumbers.EXPERT, AnnotationNumbers::ratings)
          .read(byId, ratings, problems);
    }
    Map<PairId, Votes> votes = new LinkedHashMap<>();
    if (Files.isRegularFile(crowd)) {
      new AnnotationFile<>(crowd, AnnotationNumbers.CROWD, AnnotationNumbers::votes)
          .read(byId, votes, problems);
    }
    List<JudgedPair> pairs = join(ratings, votes, byId);
    if (pairs.isEmpty()) {
      throw new DataException(
          folder
              + ": no usable judgment"
              + (problems.isEmpty()
                  ? ""
                  : "; the first of %d problems: %s"
                      .formatted(problems.size(), problems.getFirst())));
    }
    return new Judgments(pairs, byId, texts.captions(), problems);
  }

  private static List<JudgedPair> join(
      Map<PairId, List<Integer>> ratings, Map<PairId, Votes> votes, Map<String, String> texts) {
    Set<PairId> ids = new LinkedHashSet<>(ratings.keySet());
    ids.addAll(votes.keySet());
    List<JudgedPair> pairs = new ArrayList<>();
    for (PairId id : ids) {
      Votes vote = votes.getOrDefault(id, new Votes(0, 0));
      pairs.add(
          new JudgedPair(
              id.image(),
              id.queryId(),
              texts.getOrDefault(id.queryId(), ""),
              ratings.getOrDefault(id, List.of()),
              vote.yes(),
              vote.no()));
    }
    return pairs;
  }

  /** The photo that a text was written for: what its id has before #N; empty without one. */
  public static String photoOf(String queryId) {
    return queryId.substring(0, Math.max(0, queryId.lastIndexOf('#')));
  }

  /** The judged pairs, each once: the experts' in their file's order, then the crowd's others. */
  public List<JudgedPair> pairs() {
    return pairs;
  }

  /** Every text of the folder by its id, judged or not. */
  public Map<String, String> queryTexts() {
    return queryTexts;
  }

  /** Captions of photos: the rows of captions*.csv, in the order of file names. */
  public List<CaptionRow> captions() {
    return captions;
  }

  /** One line a malformed row, unusable table or contradicting text: "FILE:LINE: reason". */
  public List<String> problems() {
    return problems;
  }
}
