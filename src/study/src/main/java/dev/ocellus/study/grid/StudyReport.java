package dev.ocellus.study.grid;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a study found.
 *
 * @param facts of the data and the settings, in words, for the head of a report
 * @param results target by target, best first
 * @param photos where the photos of the samples are, by name
 * @param problems what was passed over
 */
public record StudyReport(
    Map<String, String> facts,
    List<ComparedResult> results,
    Map<String, Path> photos,
    List<String> problems) {}
