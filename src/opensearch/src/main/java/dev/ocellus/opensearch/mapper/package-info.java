/**
 * The field types.
 *
 * <p>Read in this order: {@link dev.ocellus.opensearch.mapper.FieldTypes} (which there are), {@link
 * dev.ocellus.opensearch.mapper.VectorParameters} (what a mapping says of a vector), {@link
 * dev.ocellus.opensearch.mapper.VectorFieldBuilder} (how the mapping's text becomes them), {@link
 * dev.ocellus.opensearch.mapper.VectorFieldMapper} and {@code VectorReader} (document to Lucene
 * field), {@link dev.ocellus.opensearch.mapper.VectorFieldType} (what queries see of it), {@link
 * dev.ocellus.opensearch.mapper.TokensFieldMapper} (tokens' vectors). What the two have in common
 * is {@code SingleValueBuilder}, {@code SingleValueMapper} and {@code SingleValueType}. How vectors
 * are written is {@link dev.ocellus.opensearch.codec}'s.
 */
@NullMarked
package dev.ocellus.opensearch.mapper;

import org.jspecify.annotations.NullMarked;
