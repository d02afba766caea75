/**
 * {@code ocellus models}: which encoders there are, and how they get here. One class a command;
 * {@link dev.ocellus.indextools.models.ModelsCommand} lists them.
 */
@NullMarked
package dev.ocellus.indextools.models;

import org.jspecify.annotations.NullMarked;
