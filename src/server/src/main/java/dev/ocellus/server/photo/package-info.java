/**
 * Photos: {@link dev.ocellus.server.photo.PhotoLookup} finds one in the index by its id, {@link
 * dev.ocellus.server.photo.PhotoFile} its file inside the photo folder and nowhere else, {@link
 * dev.ocellus.server.photo.Thumbnails} makes and keeps small copies. The endpoints answer with what
 * is known of a photo, its file, or a small copy.
 */
@NullMarked
package dev.ocellus.server.photo;

import org.jspecify.annotations.NullMarked;
