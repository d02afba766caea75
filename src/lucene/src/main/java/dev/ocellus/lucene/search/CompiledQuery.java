package dev.ocellus.lucene.search;

import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.query.LemmaGroup;
import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * A request as Lucene runs it.
 *
 * @param hybrid what ranks, under all conditions; null where the request is made of conditions
 *     alone
 * @param condition what photos have to fulfil, those of the policy included; matches photos only
 * @param postFilter what is shown of them, or null for all
 * @param words the words that are looked for in captions
 * @param stated conditions of the text itself, to be marked in captions, or null
 * @param notes what the reader should know of how the request was understood, a line each
 */
record CompiledQuery(
    @Nullable HybridQuery hybrid,
    Query condition,
    @Nullable Query postFilter,
    List<LemmaGroup> words,
    @Nullable Query stated,
    List<String> notes) {}
