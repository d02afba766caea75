package dev.ocellus.lucene.policy;

import java.util.List;

/**
 * What a policy says of a photo by its captions.
 *
 * @param action the strictest that any caption calls for
 * @param categories that called for a warning or a block, sorted
 */
public record PhotoMark(Action action, List<String> categories) {

  /** No caption matches. */
  public static final PhotoMark NONE = new PhotoMark(Action.ALLOW, List.of());

  public PhotoMark {
    categories = List.copyOf(categories);
  }
}
