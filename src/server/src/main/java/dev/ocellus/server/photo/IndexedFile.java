package dev.ocellus.server.photo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A photo as the index has it.
 *
 * @param id its path in the folder, with forward slashes
 * @param sha256 of its file when it was indexed, 64 hexadecimal digits
 * @param folder that was indexed
 * @param blocked whether the index's content policy blocks one of its captions
 */
record IndexedFile(
    String id,
    String sha256,
    Path folder,
    List<String> captions,
    Map<String, List<Object>> fields,
    List<String> policyCategories,
    boolean blocked) {}
