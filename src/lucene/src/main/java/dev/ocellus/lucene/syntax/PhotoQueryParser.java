package dev.ocellus.lucene.syntax;

import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.syntax.Node.Clause;
import dev.ocellus.lucene.syntax.Node.Group;
import dev.ocellus.lucene.syntax.Node.Like;
import dev.ocellus.lucene.syntax.Node.Weighted;
import dev.ocellus.lucene.syntax.Node.Words;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.TokenMgrError;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher.TooManyClauses;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Reads queries: Lucene's classic grammar with {@code like:}, {@code show:} and {@code say:}, in
 * which plain words describe and everything else is a condition. May be shared by threads.
 */
public final class PhotoQueryParser {

  private final ConditionFields fields;
  private final KnownFields known;
  private final Analyzer analyzer;

  /**
   * @param fields the fields of an index that this product wrote
   * @param analyzer that of its captions
   */
  public PhotoQueryParser(FieldCatalogue fields, Analyzer analyzer) {
    this(new CatalogueFields(fields, analyzer), analyzer);
  }

  /**
   * Over fields of other types than this product's own.
   *
   * @param analyzer that of captions
   */
  public PhotoQueryParser(ConditionFields fields, Analyzer analyzer) {
    this.fields = fields;
    this.known = new KnownFields(fields.names());
    this.analyzer = analyzer;
  }

  /**
   * Reads a query or a sentence: what cannot be syntax is read as text, and noted.
   *
   * @throws QueryException if it is blank or longer than {@link QueryLimits#MAX_LENGTH}
   */
  public ParsedQuery parse(String text) {
    checkLength(text);
    Notes notes = new Notes(false);
    try {
      return parse(text, notes);
    } catch (QueryException problem) {
      return plain(text, notes, String.valueOf(problem.getMessage()));
    } catch (ParseException problem) {
      return plain(text, notes, "the query cannot be read, or has too many conditions");
    } catch (TokenMgrError problem) {
      return plain(text, notes, "the query cannot be read");
    }
  }

  /**
   * Reads a query in which everything has to be right.
   *
   * @throws QueryException if something is not, with the column where
   */
  public ParsedQuery parseStrictly(String text) {
    checkLength(text);
    try {
      return parse(text, new Notes(true));
    } catch (ParseException e) {
      throw e.getCause() instanceof TooManyClauses
          ? ConditionBuilder.tooMany()
          : new QueryException(GrammarProblem.message(e));
    } catch (TokenMgrError e) {
      throw new QueryException("the query cannot be read; escape special characters by \\");
    }
  }

  /**
   * Reads a description in which no character has a meaning of its own.
   *
   * @throws QueryException if it is blank or longer than {@link QueryLimits#MAX_LENGTH}
   */
  public ParsedQuery parseAsText(String text) {
    checkLength(text);
    return plain(text, new Notes(false), null);
  }

  private static void checkLength(String text) {
    if (text.isBlank()) {
      throw new QueryException("the query is empty; describe what the photo shows");
    }
    if (text.length() > QueryLimits.MAX_LENGTH) {
      throw new QueryException(
          "the query has %d characters; at most %d are searched"
              .formatted(text.length(), QueryLimits.MAX_LENGTH));
    }
  }

  private ParsedQuery parse(String text, Notes notes) throws ParseException {
    String clean = Disguise.clean(text);
    Reading reading = new Reading(clean);
    new SpanReader(reading, notes).read();
    new BracketReader(reading, notes).read();
    new CharacterReader(reading, new FieldReader(reading, known, notes), notes).read();
    new OperatorReader(reading, notes).read();
    FieldConditions conditions = new FieldConditions(fields);
    Node tree = new TreeParser(clean, conditions, analyzer, notes).tree(reading.disguised());

    boolean arithmetic = hasLike(tree);
    TextCollector texts = new TextCollector(arithmetic, notes);
    texts.collect(tree);
    Query condition = new ConditionBuilder(conditions, arithmetic).build(tree);
    return new ParsedQuery(text, texts.texts(), texts.likes(), condition, notes.all());
  }

  private static boolean hasLike(Node node) {
    return switch (node) {
      case Like like -> true;
      case Weighted weighted -> hasLike(weighted.node());
      case Group group -> group.clauses().stream().anyMatch(clause -> hasLike(clause.node()));
      default -> false;
    };
  }

  /** All words as they stand, for a query that is beyond the grammar. */
  private static ParsedQuery plain(String text, Notes notes, @Nullable String problem) {
    List<Clause> words =
        List.of(text.strip().split("\\s+")).stream()
            .map(word -> new Clause(new Words(word, Evidence.BOTH, false, 0, 0), Occur.MUST, false))
            .toList();
    if (problem != null) {
      notes.add(0, problem + "; all of it is read as text");
    }
    TextCollector texts = new TextCollector(false, notes);
    texts.collect(new Group(words));
    return new ParsedQuery(text, texts.texts(), List.of(), null, notes.all());
  }
}
