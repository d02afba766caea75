package dev.ocellus.study.grid;

/**
 * A cell's result beside the best of its target.
 *
 * @param result the cell's
 * @param best whether it is the best itself
 * @param pValue of the difference in {@link Figures#primary} by the paired bootstrap; 1 for the
 *     best, NaN where the figure is not defined
 */
public record ComparedResult(CellResult result, boolean best, double pValue) {}
