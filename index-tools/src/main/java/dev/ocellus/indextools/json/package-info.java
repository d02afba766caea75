/**
 * What {@code --json} prints: one record a command, its components in snake_case, so that these
 * files are the schema. Numbers that are not finite are {@code null}.
 */
@NullMarked
package dev.ocellus.indextools.json;

import org.jspecify.annotations.NullMarked;
