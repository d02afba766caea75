package dev.ocellus.encode.hub;

import org.jspecify.annotations.Nullable;

/**
 * A file of a hub's listing.
 *
 * @param path within the repository, with forward slashes
 * @param size in bytes
 * @param sha256 of a large file, lower-case hexadecimal; null for a small one
 * @param gitBlob SHA-1 of a small file as Git stores it; of a large one it would be the pointer's
 */
record HubFile(String path, long size, @Nullable String sha256, String gitBlob) {}
