/**
 * The command line, one class a command.
 *
 * <p>Read in this order: {@link dev.ocellus.indextools.Ocellus} (the list of commands), any {@code
 * ...Command} (options, then one call into the library), {@link dev.ocellus.indextools.Failures}
 * (what goes wrong, as one line and an exit status). Answers go to standard output, everything else
 * to standard error; {@code --json} prints the types of {@link dev.ocellus.indextools.json}. {@code
 * models} and {@code policy} are groups of commands in {@link dev.ocellus.indextools.models} and
 * {@link dev.ocellus.indextools.policy}; {@link dev.ocellus.indextools.cluster} is what {@code
 * index --to} needs beside.
 */
@NullMarked
package dev.ocellus.indextools;

import org.jspecify.annotations.NullMarked;
