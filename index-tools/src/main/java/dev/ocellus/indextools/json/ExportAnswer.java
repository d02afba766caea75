package dev.ocellus.indextools.json;

/** The answer of {@code export}: the file, and the number of photos in it. */
public record ExportAnswer(String out, long photos) {}
