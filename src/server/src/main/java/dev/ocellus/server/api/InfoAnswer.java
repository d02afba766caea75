package dev.ocellus.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there is to search, for programs and for the page.
 *
 * @param photos number of photos
 * @param captions number of captions
 * @param captionless number of photos without captions
 * @param model id of the encoder
 * @param language of the captions, ISO 639-1, or {@code auto}
 * @param fields what photos can be searched by, with their kinds
 * @param facets fields whose values can be counted and that the photos of this index have
 * @param examples captions of the index, to try as queries
 * @param thumbnailSizes that {@code /thumbnail?size=} takes
 * @param policy the content policy that is kept to; only where there is one
 * @param generation of the commit
 */
record InfoAnswer(
    int photos,
    int captions,
    int captionless,
    String model,
    String language,
    Map<String, String> fields,
    List<String> facets,
    List<String> examples,
    List<Integer> thumbnailSizes,
    @JsonInclude(Include.NON_NULL) @Nullable String policy,
    long generation) {}
