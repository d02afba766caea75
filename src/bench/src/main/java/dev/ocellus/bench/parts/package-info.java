/**
 * How well the rules for queries of several parts do on photos whose captions tell what they show:
 * {@link dev.ocellus.bench.parts.UnwantedRules} compares rules for unwanted words, {@link
 * dev.ocellus.bench.parts.LikeArithmetic} scales of words beside pictures. {@link
 * dev.ocellus.bench.parts.ShownThings} is the truth for both.
 */
@NullMarked
package dev.ocellus.bench.parts;

import org.jspecify.annotations.NullMarked;
