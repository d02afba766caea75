/**
 * Benchmarks: programs that measure two things side by side in one run and print their ratio, since
 * absolute times differ from machine to machine. {@code src/bench/run NAME ARGUMENTS} starts one.
 */
@NullMarked
package dev.ocellus.bench;

import org.jspecify.annotations.NullMarked;
