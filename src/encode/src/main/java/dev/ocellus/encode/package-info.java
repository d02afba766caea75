/**
 * Text and photos to vectors.
 *
 * <p>Read in this order: {@link dev.ocellus.encode.Encoder} (the contract), {@link
 * dev.ocellus.encode.PhotoDecoder} (a file becomes pixels), {@link dev.ocellus.encode.Preprocessor}
 * (pixels become the model's input), {@link dev.ocellus.encode.ModelStore} (where encoders come
 * from).
 */
@NullMarked
package dev.ocellus.encode;

import org.jspecify.annotations.NullMarked;
