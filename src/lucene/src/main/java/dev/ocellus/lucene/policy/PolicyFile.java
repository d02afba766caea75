package dev.ocellus.lucene.policy;

import java.util.List;
import java.util.Map;

/**
 * What a policy file says.
 *
 * @param id the policy's name, {@code @} and twelve digits of a hash over {@code json}
 * @param json the file's content without white space
 * @param language of its words
 * @param lists named lists of words, for phrases
 * @param categories in the file's order, at least one
 */
record PolicyFile(
    String id,
    String json,
    String language,
    Map<String, List<String>> lists,
    List<Category> categories) {}
