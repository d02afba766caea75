package dev.ocellus.opensearch.ingest;

import org.jspecify.annotations.Nullable;

/**
 * What a pipeline says of its processor.
 *
 * @param model id of the encoder
 * @param language of the captions
 * @param photoField the field with the photo's file in Base64
 * @param pathField the field with the photo's path, or null where paths are not looked at
 * @param captionField the field with the captions
 * @param target the object that gets what was encoded, with a dot behind it; empty for the document
 * @param removePhoto whether the photo's file is removed from the document
 * @param ignoreMissing whether a document without a photo is let through
 */
record EncodeOptions(
    String model,
    String language,
    String photoField,
    @Nullable String pathField,
    String captionField,
    String target,
    boolean removePhoto,
    boolean ignoreMissing) {}
