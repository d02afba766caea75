/**
 * Text and photos to vectors: dual encoders, from a photo's file or a query's text to a unit
 * vector.
 *
 * <p>Read in this order: {@link dev.ocellus.encode.Encoder} (the contract); {@link
 * dev.ocellus.encode.PhotoDecoder} (a file becomes pixels: formats, colours, orientation); {@link
 * dev.ocellus.encode.Preprocessor} (pixels become the model's input) with {@code
 * PreprocessorConfig}, {@code Resampler} and {@code Filter}; {@link dev.ocellus.encode.ModelStore}
 * and {@link dev.ocellus.encode.ModelFiles} (where models come from), {@link
 * dev.ocellus.encode.InstalledModels} with {@link dev.ocellus.encode.ModelLock} (what the user has
 * added to the bundled ones; {@link dev.ocellus.encode.hub} downloads them), {@code GraphFiles}
 * (which of their graphs); {@code EncoderSpec} with {@code ModelFamily} and {@code TextSettings}
 * (what a model's configuration says, and what it leaves unsaid); {@link
 * dev.ocellus.encode.OnnxEncoder} with its {@code TextTower} and {@code VisionTower}, each an
 * {@code OnnxGraph} behind what makes its input ({@code TextGraph}, {@code PixelGraph}); {@link
 * dev.ocellus.encode.EncoderOptions} and {@link dev.ocellus.encode.Device} (how it computes). What
 * the graphs make on the way is there as well: {@link dev.ocellus.encode.TokenEncoder} has a text's
 * token and sentence vectors beside its joint one, from one run, and {@link
 * dev.ocellus.encode.ImageBackbone} a photo's features. {@link
 * dev.ocellus.encode.OnnxImageBackbone} and {@link dev.ocellus.encode.OnnxTextEncoder} are networks
 * that are no dual encoders. {@link dev.ocellus.encode.PerceptualHash} finds copies without a
 * model.
 *
 * <p>Nothing here is written for one model: what a model wants is read from its own {@code
 * config.json}, {@code preprocessor_config.json} and the tokenizer's files, in the layout of model
 * hubs.
 */
@NullMarked
package dev.ocellus.encode;

import org.jspecify.annotations.NullMarked;
