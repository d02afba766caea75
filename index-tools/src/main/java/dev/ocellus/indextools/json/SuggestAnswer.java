package dev.ocellus.indextools.json;

import dev.ocellus.lucene.suggest.Completion;
import dev.ocellus.lucene.suggest.Correction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code suggest}. */
public record SuggestAnswer(
    String query, List<Completion> completions, @Nullable Correction didYouMean) {}
