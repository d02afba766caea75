package dev.ocellus.lucene.page;

import java.util.List;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a listing.
 *
 * @param photos by score from the highest, of equal scores by document number
 * @param next where the next band begins, or null behind the last
 */
record Band(List<ScoreDoc> photos, @Nullable BandStart next) {}
