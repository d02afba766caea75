/**
 * A real cluster for tests: every node is a process of its own, with the plugin installed from the
 * packed zip.
 *
 * <p>Read in this order: {@link dev.ocellus.opensearch.cluster.SharedCluster} (what a test class
 * asks for), {@link dev.ocellus.opensearch.cluster.TestCluster} (nodes that know each other),
 * {@link dev.ocellus.opensearch.cluster.TestNode} (start, stop, kill, start again), {@link
 * dev.ocellus.opensearch.cluster.RestClient} (requests and answers), {@link
 * dev.ocellus.opensearch.cluster.Distribution} (a home as the distribution has it), {@link
 * dev.ocellus.opensearch.cluster.PluginInstallation} with {@link
 * dev.ocellus.opensearch.cluster.PluginCommand} (zip to plugin folder), {@link
 * dev.ocellus.opensearch.cluster.NodeMain} (what the process runs).
 */
package dev.ocellus.opensearch.cluster;
