package dev.ocellus.lucene;

import dev.ocellus.lucene.fields.FieldCatalogue;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an index holds.
 *
 * @param photos number of photos
 * @param captions number of captions
 * @param captionless number of photos without captions
 * @param modelId the encoder that made the vectors
 * @param dimension length of the vectors
 * @param language of the caption analyzer
 * @param analyzer the caption analyzer's name
 * @param photoFolder the folder that was indexed
 * @param fields what the photos can be searched by, with their kinds
 * @param bytes size of the index on disk
 * @param bytesByPart the same by what it is for; every part is there
 * @param deletedShare share of the index's documents that are deleted and not yet merged away, 0-1
 * @param policy how many photos the content policy marks, or null for an index without one
 * @param luceneVersion the Lucene version that wrote the last commit
 */
public record IndexInfo(
    int photos,
    int captions,
    int captionless,
    String modelId,
    int dimension,
    String language,
    String analyzer,
    Path photoFolder,
    FieldCatalogue fields,
    long bytes,
    Map<IndexPart, Long> bytesByPart,
    double deletedShare,
    @Nullable PolicyMarks policy,
    String luceneVersion) {

  public IndexInfo {
    bytesByPart = Collections.unmodifiableMap(bytesByPart);
  }
}
