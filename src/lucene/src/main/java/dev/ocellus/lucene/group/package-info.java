/**
 * What becomes of hits that are alike: {@link dev.ocellus.lucene.group.HitGrouping} shows several
 * as one {@link dev.ocellus.lucene.group.HitGroup}, {@link dev.ocellus.lucene.group.FieldGroups} by
 * a value and {@link dev.ocellus.lucene.group.NearDuplicates} by what they look like; {@link
 * dev.ocellus.lucene.group.MaximalMarginalRelevance} moves them apart.
 */
@NullMarked
package dev.ocellus.lucene.group;

import org.jspecify.annotations.NullMarked;
