/**
 * What an operator does with a cluster, and what happens to it: photos come from the command line,
 * nodes die and restart, mappings change, snapshots are taken, days are long.
 *
 * <p>Read {@code FolderIndexing} (photos by {@code ocellus index --to}) and {@code
 * DerivedDocuments} (more of them) first.
 */
package dev.ocellus.opensearch.operate;
