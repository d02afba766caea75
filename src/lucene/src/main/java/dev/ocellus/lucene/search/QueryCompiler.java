package dev.ocellus.lucene.search;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.query.HybridQueryBuilder;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.query.LikePart;
import dev.ocellus.lucene.query.LikeVector;
import dev.ocellus.lucene.query.MixedPart;
import dev.ocellus.lucene.query.TextPart;
import dev.ocellus.lucene.syntax.DescribingText;
import dev.ocellus.lucene.syntax.Evidence;
import dev.ocellus.lucene.syntax.LikedPhoto;
import dev.ocellus.lucene.syntax.Note;
import dev.ocellus.lucene.syntax.ParsedQuery;
import dev.ocellus.lucene.syntax.PhotoQueryParser;
import dev.ocellus.lucene.text.ReferenceTexts;
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
  private final TextReader texts;
  private final PictureVectors pictures;
  private final List<LemmaGroup> words = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  QueryCompiler(PhotoSearcher photos, SearchRequest request) {
    this.photos = photos;
    this.request = request;
    this.parser = new PhotoQueryParser(photos.metadata().fields(), photos.queryAnalyzer());
    this.texts = new TextReader(photos, request.expander());
    this.pictures = new PictureVectors(photos);
  }

  CompiledQuery compile() throws IOException {
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
    return texts.nanos() + pictures.nanos();
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
    if (parsed.hasOnlyCondition() && request.picture() == null) {
      return null;
    }
    HybridQueryBuilder query =
        HybridQuery.builder(photos.model(request.signal()))
            .sources(photos.sources(request.signal()))
            .filter(condition == PhotoSchema.PHOTOS ? null : condition);
    if (parsed.likes().isEmpty()) {
      describe(parsed, query);
    } else {
      resemble(parsed, query);
    }
    HybridQuery built = query.build();
    if (built.mostCandidates() == 0) {
      throw new QueryException(
          "nothing that the query asks for can be ranked by %s alone; rank by fused"
              .formatted(request.signal().key()));
    }
    return built;
  }

  /** Texts, each by its own evidence, and the request's picture beside the plain words. */
  private void describe(ParsedQuery parsed, HybridQueryBuilder query) throws IOException {
    PictureQuery picture = request.picture();
    LikePart like = picture == null ? null : LikePart.of(vector(picture, query), photos.likeness());
    boolean joined = false;
    for (DescribingText text : parsed.texts()) {
      TextPart part = texts.read(text);
      if (text.unwanted()) {
        query.unwant(part);
        continue;
      }
      words.addAll(part.words());
      ForeignQuery.note(photos, part, text.text()).ifPresent(notes::add);
      if (like != null && picture != null && text.evidence() == Evidence.BOTH) {
        query.want(new MixedPart(part, like, picture.weight()));
        joined = true;
      } else {
        query.want(part);
      }
    }
    if (like != null && !joined) {
      query.want(like);
    }
  }

  /** Arithmetic of pictures and words. */
  private void resemble(ParsedQuery parsed, HybridQueryBuilder query) throws IOException {
    boolean withWords = parsed.texts().stream().anyMatch(text -> text.evidence() == Evidence.BOTH);
    LikeVector sum =
        new LikeVector(
            withWords
                ? ReferenceTexts.of(photos.encoder()).mean()
                : new float[photos.metadata().dimension()]);
    for (LikedPhoto like : parsed.likes()) {
      float[] vector = pictures.indexed(like.photo(), "column " + like.column() + ": ");
      query.exclude(like.photo());
      if (like.weight() != 0) {
        sum.picture(vector, like.weight());
      }
    }
    PictureQuery picture = request.picture();
    if (picture != null) {
      sum.picture(vector(picture, query), 1);
    }
    for (DescribingText text : parsed.texts()) {
      if (text.weight() == 0) {
        continue;
      }
      TextPart part = texts.read(text);
      if (text.evidence() == Evidence.BOTH) {
        sum.text(part.text().imageVector(), text.weight());
      } else if (text.weight() < 0) {
        query.unwant(part);
      } else {
        query.want(part);
      }
    }
    try {
      query.want(sum.part(photos.likeness()));
    } catch (IllegalArgumentException e) {
      throw new QueryException(String.valueOf(e.getMessage()));
    }
  }

  private float[] vector(PictureQuery picture, HybridQueryBuilder query) throws IOException {
    return switch (picture.picture()) {
      case Picture.Indexed indexed -> {
        query.exclude(indexed.id());
        yield pictures.indexed(indexed.id(), "");
      }
      case Picture.Photo photo -> pictures.encoded(photo);
    };
  }
}
