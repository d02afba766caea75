package dev.ocellus.opensearch.rest;

/** What a node is asked to tell of itself. */
enum ReportPart {
  MODELS,
  STATS
}
