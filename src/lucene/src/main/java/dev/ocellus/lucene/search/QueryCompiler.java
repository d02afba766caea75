package dev.ocellus.lucene.search;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.expand.Expander;
import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.syntax.Note;
import dev.ocellus.lucene.syntax.ParsedQuery;
import dev.ocellus.lucene.syntax.PhotoQueryParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Turns a request into queries of one commit. Used once. */
final class QueryCompiler {

  /** The photos whose captions a policy blocks. */
  private static final TermQuery BLOCKED =
      new TermQuery(new Term(PhotoSchema.POLICY_ACTION, Action.BLOCK.key()));

  private final PhotoSearcher photos;
  private final SearchRequest request;
  private final PhotoQueryParser parser;
  private final CommitSource source;
  private final PictureVectors pictures;
  private final List<LemmaGroup> words = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  QueryCompiler(PhotoSearcher photos, SearchRequest request) {
    this.photos = photos;
    this.request = request;
    this.parser = new PhotoQueryParser(photos.metadata().fields(), photos.queryAnalyzer());
    this.pictures = new PictureVectors(photos);
    this.source = new CommitSource(photos, request.expander(), pictures);
  }

  CompiledQuery compile() throws IOException {
    Expander expander = request.expander();
    if (expander != null) {
      expander.checkLanguage(photos.metadata().language());
    }
    ParsedQuery parsed = parse();
    parsed.notes().stream().map(Note::toString).forEach(notes::add);
    Query stated = parsed.condition();
    Query condition = condition(stated);
    HybridQuery hybrid = hybrid(parsed, condition);
    if (hybrid == null && !parsed.texts().isEmpty()) {
      notes.add("the query says only what photos should not show; they are in no order of match");
    }
    return new CompiledQuery(
        hybrid,
        condition,
        conditions("post-filter", request.restriction().postFilters()),
        words,
        stated,
        notes);
  }

  /** What the texts' and pictures' encoding took. */
  long encodeNanos() {
    return source.nanos() + pictures.nanos();
  }

  private ParsedQuery parse() {
    String text = request.text();
    boolean needsNoText = request.picture() != null || !request.restriction().filters().isEmpty();
    if (text.isBlank() && needsNoText) {
      return new ParsedQuery(text, List.of(), List.of(), null, List.of());
    }
    return switch (request.syntax()) {
      case LENIENT -> parser.parse(text);
      case STRICT -> parser.parseStrictly(text);
      case TEXT -> parser.parseAsText(text);
    };
  }

  /** Everything that photos have to fulfil. */
  private Query condition(@Nullable Query stated) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(PhotoSchema.PHOTOS, Occur.FILTER);
    Query filter = conditions("filter", request.restriction().filters());
    for (Query each : new @Nullable Query[] {stated, filter}) {
      if (each != null) {
        all.add(each, Occur.FILTER);
      }
    }
    if (hidesMarked()) {
      all.add(BLOCKED, Occur.MUST_NOT);
    }
    BooleanQuery condition = all.build();
    return condition.clauses().size() == 1 ? PhotoSchema.PHOTOS : condition;
  }

  /** Whether the policy hides photos, and there are any. */
  private boolean hidesMarked() throws IOException {
    Restriction restriction = request.restriction();
    return restriction.policy() != null
        && !restriction.showMarked()
        && photos.searcher().getIndexReader().docFreq(BLOCKED.getTerm()) > 0;
  }

  /** Conditions that are given by themselves, in which words have no place. */
  private @Nullable Query conditions(String name, List<String> given) {
    if (given.isEmpty()) {
      return null;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String condition : given) {
      ParsedQuery parsed;
      try {
        parsed = parser.parseStrictly(condition);
      } catch (QueryException e) {
        throw new QueryException(name + " \"" + condition + "\": " + e.getMessage());
      }
      Query query = parsed.condition();
      if (query == null || !parsed.likes().isEmpty() || !parsed.texts().isEmpty()) {
        throw new QueryException(
            "%s \"%s\" must be of conditions alone, such as tag:holiday or caption:dog"
                .formatted(name, condition));
      }
      all.add(query, Occur.FILTER);
    }
    return all.build();
  }

  private @Nullable HybridQuery hybrid(ParsedQuery parsed, Query condition) throws IOException {
    HybridCompiler compiler =
        new HybridCompiler(source, request.signal(), photos::fusion)
            .filter(condition == PhotoSchema.PHOTOS ? null : condition);
    HybridQuery hybrid = compiler.compile(parsed, picture());
    for (HybridCompiler.Described described : compiler.described()) {
      words.addAll(described.part().words());
      ForeignQuery.note(photos, described.part(), described.text().text()).ifPresent(notes::add);
    }
    return hybrid;
  }

  private @Nullable PictureVector picture() throws IOException {
    PictureQuery picture = request.picture();
    if (picture == null) {
      return null;
    }
    return switch (picture.picture()) {
      case Picture.Indexed indexed ->
          new PictureVector(pictures.indexed(indexed.id(), ""), picture.weight(), indexed.id());
      case Picture.Photo photo ->
          new PictureVector(pictures.encoded(photo), picture.weight(), null);
    };
  }
}
