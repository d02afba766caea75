package dev.ocellus.lucene.transfer;

/**
 * What an import did.
 *
 * @param photos photos in the index afterwards
 * @param added photos that the index did not have
 * @param changed photos that it had otherwise
 * @param unchanged photos that it had already
 * @param problems lines that are no photo for this index, and were passed over
 * @param complete whether the file has as many photos as its first line says
 * @param cancelled whether it was stopped before its end
 */
public record ImportReport(
    long photos,
    long added,
    long changed,
    long unchanged,
    long problems,
    boolean complete,
    boolean cancelled) {}
