/**
 * An index of photos in one call: {@link dev.ocellus.opensearch.template.PhotoTemplates} keeps the
 * index template {@code ocellus} and the component template {@code ocellus-photos}, the mapping, in
 * the cluster. Both are JSON files beside it.
 */
@NullMarked
package dev.ocellus.opensearch.template;

import org.jspecify.annotations.NullMarked;
