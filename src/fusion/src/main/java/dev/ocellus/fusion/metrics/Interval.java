package dev.ocellus.fusion.metrics;

/** The two ends of a confidence interval, both included. */
public record Interval(double low, double high) {}
