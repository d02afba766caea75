package dev.ocellus.lucene.index;

import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;

/**
 * What a folder was seen to hold.
 *
 * @param photos files by id
 * @param unreadable ids of files, and such paths of folders, that could not be looked at; empty for
 *     the folder itself
 */
public record FolderListing(SortedMap<String, Path> photos, Set<String> unreadable) {

  /** Whether a photo is there, or may be there unseen: no reason to take it for removed. */
  boolean mayHold(String id) {
    if (photos.containsKey(id) || unreadable.contains(id) || unreadable.contains("")) {
      return true;
    }
    for (int slash = id.indexOf('/'); slash >= 0; slash = id.indexOf('/', slash + 1)) {
      if (unreadable.contains(id.substring(0, slash))) {
        return true;
      }
    }
    return false;
  }
}
