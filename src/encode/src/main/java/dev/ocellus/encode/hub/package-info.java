/**
 * Downloads encoders from a model hub, or a mirror that speaks its protocol.
 *
 * <p>Read in this order: {@link dev.ocellus.encode.hub.ModelPull} (one call installs a model);
 * {@code HubRepository} (a revision becomes a commit, and the commit's listing); {@code Download}
 * (one file, resumed and checked) with {@code FileSink}; {@code HubClient} (requests: redirects,
 * the token, what an answer means) with {@link dev.ocellus.encode.hub.Patience} (timeouts and
 * retries); {@link dev.ocellus.encode.hub.HubEndpoint} (which hub).
 */
@NullMarked
package dev.ocellus.encode.hub;

import org.jspecify.annotations.NullMarked;
