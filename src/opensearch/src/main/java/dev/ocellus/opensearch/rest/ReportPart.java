package dev.ocellus.opensearch.rest;

/** What a node is asked to tell of itself. */
enum ReportPart {
  /** Its encoders. */
  MODELS,
  /** What it did since it started. */
  STATS
}
