/**
 * Tables that come from outside: captions of photos, queries, and what people said of pairs.
 *
 * <p>Start at {@link dev.ocellus.fusion.data.CaptionTable#read} for captions, {@link
 * dev.ocellus.fusion.data.TestQueries#read} for queries with their photos, {@link
 * dev.ocellus.fusion.data.Judgments#read} for a folder of judgments; {@link
 * dev.ocellus.fusion.data.TargetScheme} makes a {@link dev.ocellus.fusion.data.JudgedPair} one
 * number to learn, {@link dev.ocellus.fusion.data.PhotoFolders} finds the photos. A malformed row
 * is named by file and line and left out; only a table without the right header, or a folder with
 * nothing usable, is an error.
 */
@NullMarked
package dev.ocellus.fusion.data;

import org.jspecify.annotations.NullMarked;
