/**
 * The plugin for OpenSearch: {@link dev.ocellus.opensearch.OcellusPlugin} tells a node what there
 * is, package by package.
 */
@NullMarked
package dev.ocellus.opensearch;

import org.jspecify.annotations.NullMarked;
